import js from "@eslint/js";
import globals from "globals";

const programs = ["scripts/**", "tests/**", "*.config.js"];
const worker = "www/engine/worker.js";
const serviceWorker = "www/offline/sw.js";

export default [
  { ignores: ["target/", "www/pkg/", "dist/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      // Story text reaches the page as text alone.
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"].map((property) => ({ property })),
        { object: "document", property: "write" },
      ],
    },
  },
  { files: ["www/**"], ignores: [worker, serviceWorker], languageOptions: { globals: globals.browser } },
  { files: [worker], languageOptions: { globals: globals.worker } },
  {
    files: [serviceWorker],
    languageOptions: { globals: { ...globals.serviceworker, FILES: "readonly", VERSION: "readonly" } },
  },
  { files: programs, languageOptions: { globals: globals.node } },
  // Some of this runs in a page, or in a worker of one.
  { files: ["scripts/bench/**"], languageOptions: { globals: { ...globals.browser, ...globals.worker } } },
  // What is built of these runs in a page.
  { files: ["tests/consumers/**"], languageOptions: { globals: globals.browser } },
  // What a spec hands to the page runs there.
  // What they run in a page.
  { files: ["tests/page/**", "scripts/trace.js"], languageOptions: { globals: globals.browser } },
];
