import type { Page } from "@playwright/test";
import { addDays, expect, signInAs, test, today } from "./support/test";

const luzech = "/hote/faitout-luzech";
/** Its two late people are of no other journey. */
const prayssac = "/hote/faitout-prayssac";
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
  expect(await textOfFocus(page)).toMatch(/, Vidéoprojecteur 2$/);
  await page.keyboard.press("ArrowUp");
  expect(await textOfFocus(page)).toMatch(/, Vidéoprojecteur 1$/);

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

test("without scripts the day is a table whose links lead to the list, and what is to be done is done", async ({
  browser,
  baseURL,
}) => {
  const options = { javaScriptEnabled: false, locale: "fr-FR", ...(baseURL ? { baseURL } : {}) };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInAs(page, "host", prayssac);
  await expect(page.getByRole("grid")).toHaveCount(0);
  const table = page.getByRole("table", { name: /^Qui est où/ });
  await table.getByRole("link", { name: /^Colette / }).click();
  await expect(page).toHaveURL(/#venue-/);
  await page.getByRole("button", { name: "Noter l’arrivée de Colette" }).click();
  await page.getByRole("button", { name: "Annuler l’arrivée de Colette" }).click();
  await expect(page.getByRole("button", { name: "Noter l’arrivée de Colette" })).toBeVisible();
  await context.close();
});

test("with the keyboard alone: what is dealt with goes, is said, and the focus is on the next", async ({
  page,
}) => {
  await signInAs(page, "host", prayssac);
  const todo = page.getByRole("region", { name: /^À traiter/ });
  const said = todo.getByRole("status");
  const [first, second] = ["Colette", "Firmin"].map((name) =>
    todo.getByRole("listitem").filter({ hasText: `${name} : pas d’arrivée notée` }),
  );
  if (!first || !second) throw new Error("two people are awaited");
  // On a poor line the scripts come after the reader has gone to a button.
  const gone = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    await gone.promise;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await first.getByRole("button", { name: "Noter l’arrivée de Colette" }).focus();
  // Asked by the page once it is awake: not listened for before, when the former one asks as well.
  const awake = page.waitForResponse((response) => response.url().includes("/version"));
  gone.resolve();
  await awake;
  await page.keyboard.press("Enter");
  await expect(first).toHaveCount(0);
  await expect(said).toHaveText("Arrivée notée.");
  await expect(second).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await textOfFocus(page)).toBe("Noter l’absence");
  await page.keyboard.press("Enter");
  await expect(second).toHaveCount(0);
  await expect(said).toHaveText("Absence notée. La place est libre.");
  await expect(todo.getByRole("heading", { level: 2 })).toBeFocused();
});
