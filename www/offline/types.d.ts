// What scripts/page.js puts into the service worker.

/** Every file of the page by its path from the page's folder, with its hash as in Subresource Integrity. */
declare const FILES: Readonly<Record<string, string>>;

/** The same in no other version of the page: a hash of the list and of the service worker itself. */
declare const VERSION: string;
