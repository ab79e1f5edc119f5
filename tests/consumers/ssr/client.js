import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { Article } from "./article.js";

hydrateRoot(document.querySelector("#root"), createElement(Article, { comparison: "ferry.storydiff.json" }), {
  onRecoverableError: (error) => console.error(error),
});
