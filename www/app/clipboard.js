/** @param {string} text @returns {Promise<boolean>} whether the browser let the page copy it */
export async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
