/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [className]
 * @param {string} [part]
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, className = "", part = "") {
  const target = document.createElement(name);
  if (className) target.className = className;
  if (part) target.setAttribute("part", part);
  return target;
}
