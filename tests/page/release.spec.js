// What other sites embed, in their pages: one script, from the same site or another, under policies more or less strict.
import { expect, test } from "./watched.js";
import { ELSEWHERE, HOST, INTEGRITY, openHost, SITES } from "./host-acts.js";
import { FERRY, FERRY_RETOLD } from "./page-acts.js";

const FILES = { "a.txt": FERRY, "b.txt": FERRY_RETOLD };
const ELEMENT = '<story-diff before-src="a.txt" after-src="b.txt"><p>Both texts: <a href="a.txt">a</a>, <a href="b.txt">b</a></p></story-diff>';

test.use({ reaches: SITES });

/** @param {string} file @param {string} [folder] */
function script(file, folder = "") {
  const pinned = folder && ` integrity="${INTEGRITY[file]}" crossorigin="anonymous"`;
  return `<script type="module" src="${folder}${file}"${pinned}></script>`;
}

/** @param {import("@playwright/test").Page} page */
async function expectDrawn(page) {
  await expect(page.locator("story-diff [data-bead]")).toHaveCount(4);
  await expect(page.locator("story-diff del").first()).toHaveText("six");
  await expect(page.getByText("Both texts:")).toBeHidden();
}

for (const file of ["storydiff-element.js", "storydiff-element.slim.js"]) {
  test(`${file} works from another site, pinned, and asks for nothing but what it needs`, async ({ page }) => {
    const heard = await openHost(page, ELEMENT + script(file, ELSEWHERE), { files: FILES });
    await expectDrawn(page);
    expect(page.workers()).toHaveLength(1);
    const beside = file.includes("slim") ? ["storydiff-engine.js", "storydiff_bg.wasm"] : [];
    expect(heard.requests.sort()).toEqual([HOST, `${HOST}a.txt`, `${HOST}b.txt`, ...[file, ...beside].map((name) => ELSEWHERE + name)].sort());
    expect(heard.complaints).toEqual([]);
  });

  test(`${file} works beside the article under a policy that allows nothing but the site itself and wasm`, async ({ page }) => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
    const heard = await openHost(page, ELEMENT + script(file), { files: FILES, policy });
    await expectDrawn(page);
    expect(page.workers()).toHaveLength(1);
    expect(heard.complaints).toEqual([]);
  });
}

test.describe("where a policy refuses what it would rather have", () => {
  test.use({ breaks: /worker-src|wasm-eval/ });

  for (const file of ["storydiff-element.js", "storydiff-element.slim.js"]) {
    test(`${file}: where a policy refuses every worker, the comparison is made in the page`, async ({ page }) => {
      const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'";
      await openHost(page, ELEMENT + script(file), { files: FILES, policy });
      await expectDrawn(page);
      expect(page.workers()).toHaveLength(0);
    });

    test(`${file} says which directive is missing`, async ({ page }) => {
      const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'none'";
      await openHost(page, ELEMENT + script(file), { files: FILES, policy });
      await expect(page.locator("story-diff").getByRole("alert")).toContainText("'wasm-unsafe-eval' in script-src");
      await expect(page.getByText("Both texts:")).toBeVisible();
    });
  }
});

for (const file of ["storydiff-element.js", "storydiff-element.slim.js"]) {
  for (const named of ["", "; trusted-types storydiff"]) {
    test(`${file} starts its worker where scripts may not be named by plain text${named}`, async ({ page }) => {
      const policy = `script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'${named}`;
      await openHost(page, ELEMENT + script(file), { files: FILES, policy });
      await expectDrawn(page);
      expect(page.workers()).toHaveLength(1);
    });
  }
}

for (const file of ["storydiff-element.js", "storydiff-element.slim.js"]) {
  for (const folder of ["", ELSEWHERE]) {
    test(`${file} speaks German in a German page, ${folder ? "from elsewhere" : "beside the article"}`, async ({ page }) => {
      const heard = await openHost(page, `${ELEMENT}<script>document.documentElement.lang = "de"</script>${script(file, folder)}`, { files: FILES });
      await expectDrawn(page);
      await expect(page.locator("story-diff .head").first()).toContainText("Wörter");
      expect(heard.complaints).toEqual([]);
    });
  }
}

test("a file beside the slim element that is not the one it was made with is not used", async ({ page }) => {
  for (const name of ["storydiff-engine.js", "storydiff_bg.wasm"]) {
    const files = { ...FILES, [name]: "export const beginHere = () => (document.title = 'taken')" };
    await openHost(page, ELEMENT + script("storydiff-element.slim.js", ELSEWHERE), { files });
    await expect(page.locator("story-diff").getByRole("alert")).toContainText("could not be loaded");
    await expect(page).toHaveTitle("An article");
    await expect(page.getByText("Both texts:")).toBeVisible();
    await page.unrouteAll();
  }
});
