import { tabTo } from "./support/keyboard";
import { pages } from "./support/pages";
import { expect, test } from "./support/test";

/** One of each kind: what stands around is the same everywhere. */
const read = ["/", "/lieux/faitout-luzech", "/reserver?lieu=faitout-luzech", "/confidentialite"];

test("every page says what kind of document it is, and in which language it speaks", async ({
  page,
  baseURL,
}) => {
  for (const language of ["fr", "en"]) {
    await page.context().addCookies([{ name: "locale", value: language, url: baseURL ?? "" }]);
    for (const address of pages.visitor) {
      const html = await (await page.request.get(address)).text();
      expect(html.slice(0, 15).toLowerCase(), address).toBe("<!doctype html>");
      expect(/<html[^>]*\blang="(\w+)"/.exec(html)?.[1], address).toBe(language);
    }
  }
});

test("texts twice as large stay on the page, nothing goes out of its sides", async ({ page }) => {
  for (const address of read) {
    await page.goto(address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(excess, address).toBeLessThanOrEqual(0);
  }
});

test("the first thing the keyboard meets leads past the navigation", async ({ page }) => {
  for (const address of read) {
    await page.goto(address);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#contenu$/);
  }
  await page.goto("/lieux/faitout-luzech");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, /.+/);
  const isInside = await page.evaluate(() => document.activeElement?.closest("#contenu") !== null);
  expect(isInside).toBe(true);
});
