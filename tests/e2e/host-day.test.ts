import type { Page } from "@playwright/test";
import { addDays, expect, signInAs, test, today } from "./support/test";

const luzech = "/hote/faitout-luzech";
const textOfFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

test("arrows lead through the day by what stands in it, Enter to the person, Page keys to other days", async ({
  page,
}) => {
  const day = addDays(await today(page), 9);
  await signInAs(page, "staff", `/reserver?lieu=faitout-luzech&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await signInAs(page, "host", `${luzech}?jour=${day}`);
  const grid = page.getByRole("grid", { name: /^Qui est où/ });
  await expect(grid.locator('[data-stop][tabindex="0"]')).toHaveCount(1);

  const mine = grid.getByRole("link", { name: /^Agnès Pradines prévu, .+, Poste \d/ });
  const place = /Poste \d/.exec((await mine.textContent()) ?? "")?.[0] ?? "";
  await mine.focus();
  await page.keyboard.press("ArrowRight");
  expect(await textOfFocus(page)).toMatch(new RegExp(`, ${place}$`));
  expect(await textOfFocus(page)).not.toMatch(/^Agnès/);
  await page.keyboard.press("ArrowLeft");
  await expect(mine).toBeFocused();
  await page.keyboard.press("Control+Home");
  await expect(grid.locator("[data-stop]").first()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(grid.locator("[data-stop]").first()).toBeFocused();
  await page.keyboard.press("Control+End");
  expect(await textOfFocus(page)).toMatch(/, Cabine 1$/);
  await page.keyboard.press("ArrowUp");
  expect(await textOfFocus(page)).toMatch(/, Salle Impernal$/);

  await mine.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#venue-/);
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("listitem").getByRole("link", { name: "Agnès Pradines" }),
  ).toBeFocused();
  await mine.focus();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(new RegExp(`jour=${addDays(day, 1)}$`));
});

test("without scripts the day is a table whose links lead to the list", async ({
  browser,
  baseURL,
}) => {
  const options = { javaScriptEnabled: false, locale: "fr-FR", ...(baseURL ? { baseURL } : {}) };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInAs(page, "host", luzech);
  await expect(page.getByRole("grid")).toHaveCount(0);
  const table = page.getByRole("table", { name: /^Qui est où/ });
  await table.getByRole("link", { name: /^Bertille / }).click();
  await expect(page).toHaveURL(/#venue-/);
  await context.close();
});
