import type { Page } from "@playwright/test";
import { addDays, expect, signInAs, test, today } from "./support/test";

/** The agent books at Luzech on that day, so that the board has somebody known to carry. */
async function aBookingOf(page: Page, day: string): Promise<void> {
  await signInAs(page, "staff", `/reserver?lieu=faitout-luzech&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
}

const nameOfFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

test("the host carries a booking to another cell with the keyboard, and gives one up", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const day = addDays(await today(page), 16);
  await aBookingOf(page, day);
  await signInAs(page, "host", `/hote/faitout-luzech/semaine?du=${day}`);
  await expect(page.getByRole("grid")).toBeVisible();
  const mine = page.getByRole("link", { name: /^Agnès Pradines, prévu, .*, matin$/ });
  await mine.focus();
  const before = await nameOfFocus(page);
  await page.keyboard.press("d");
  await expect(page.getByText(/^Vous déplacez Agnès Pradines/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Déplacement abandonné.")).toBeVisible();
  expect(await nameOfFocus(page)).toBe(before);
  await page.keyboard.press("d");
  // Downwards in the same half-day until a cell is free: the demonstration fills some.
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("ArrowDown");
    if (/, matin, libre$/.test(await nameOfFocus(page))) break;
  }
  const target = /^[^,]+/.exec(await nameOfFocus(page))?.[0] ?? "";
  await page.keyboard.press("Enter");
  await expect(page.getByText(`C’est fait : Agnès Pradines, ${target}, `)).toBeVisible();
  const moved = page.getByRole("link", {
    name: new RegExp(`^Agnès Pradines, prévu, ${target}, .*, matin`),
  });
  await expect(moved).toBeFocused();
  // Back where it was, in one gesture.
  await page.getByRole("button", { name: "Revenir en arrière" }).click();
  await expect(page.getByRole("link", { name: before, exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Agnès Pradines");
});

test("arrows, Home, End and Page keys lead through the grid, one stop for Tab", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInAs(page, "host", "/hote/faitout-luzech/semaine");
  const grid = page.getByRole("grid");
  await expect(grid).toBeVisible();
  await expect(grid.locator('[data-stop][tabindex="0"]')).toHaveCount(1);
  await grid.locator("[data-stop]").first().focus();
  await page.keyboard.press("Control+End");
  await expect(grid.locator("tbody tr").last().locator("[data-stop]").last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(grid.locator("tbody tr").last().locator("[data-stop]").first()).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(page).toHaveURL(/semaine\?du=/);
  // The reader is where they were, a week later, and goes on from there.
  await expect(grid.locator("tbody tr").last().locator("[data-stop]").first()).toBeFocused();
  const next = page.url();
  await page.keyboard.press("PageDown");
  await expect(page).not.toHaveURL(next);
  await expect(grid.locator("tbody tr").last().locator("[data-stop]").first()).toBeFocused();
  await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(next);
});

test("on a telephone the week is a list, its bookings are noted and freed one by one", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const day = await today(page);
  await signInAs(page, "member", `/reserver?lieu=faitout-luzech&jour=${day}&moment=afternoon`);
  const book = page.getByRole("button", { name: "Réserver cette place" });
  if (await book.isVisible()) await book.click();
  await signInAs(page, "host", "/hote/faitout-luzech/semaine");
  await expect(page.getByRole("grid")).toBeHidden();
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await page.goto("/hote/faitout-luzech/passage");
  await page.getByLabel("Prénom").fill("Ulysse");
  await page.getByRole("radio", { name: /L’après-midi/ }).check();
  await page.getByRole("button", { name: "Noter l’arrivée" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Ulysse" }).first();
  await expect(row.getByText("sur place, de passage")).toBeVisible();
  await row.getByRole("button", { name: "Départ d’Ulysse" }).click();
  await expect(row.getByText(/départ à/)).toBeVisible();
  await expect(row.getByText("présence, de passage")).toBeVisible();
});

test("a host notes on a booking and moves it without a script", async ({
  browser,
  baseURL,
  page,
}) => {
  const day = addDays(await today(page), 24);
  await aBookingOf(page, day);
  const options = { javaScriptEnabled: false, locale: "fr-FR", ...(baseURL ? { baseURL } : {}) };
  const context = await browser.newContext(options);
  const plain = await context.newPage();
  await signInAs(plain, "host", `/hote/faitout-luzech/semaine?du=${day}`);
  await plain.getByRole("link", { name: /^Agnès Pradines, prévu, .*, matin$/ }).click();
  await plain.getByLabel("Note sur cette réservation").fill("Vient avec un écran");
  await plain.getByRole("button", { name: "Garder la note" }).click();
  await expect(plain.getByText("Note gardée.")).toBeVisible();
  await plain.getByLabel("Moment").selectOption("afternoon");
  await plain.getByRole("button", { name: "Déplacer la réservation" }).click();
  await expect(plain.getByText(/^C’est fait/)).toBeVisible();
  // What is free near a refused move leads here, the move filled in.
  const { pathname } = new URL(plain.url());
  await plain.goto(`${pathname}?jour=${day}&moment=hours&de=09:15&a=10:15#move`);
  await expect(plain.getByLabel("Moment")).toHaveValue("hours");
  await expect(plain.locator("#move").getByLabel("De", { exact: true })).toHaveValue("09:15");
  await context.close();
});

test("the poster's address notes nothing by itself, its button notes the arrival and the departure", async ({
  page,
}) => {
  const day = await today(page);
  await signInAs(page, "admin", "/hote/ancienne-ecole/affiche");
  await page.getByRole("button", { name: "Préparer l’affiche" }).click();
  await expect(page.getByText(/^Voici l’affiche/)).toBeVisible();
  const code = ((await page.locator(".door-poster-code").textContent()) ?? "").replace(/\s/g, "");
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  await signInAs(page, "staff", `/reserver?lieu=ancienne-ecole&jour=${day}&moment=morning`);
  const book = page.getByRole("button", { name: "Réserver cette place" });
  if (await book.isVisible()) await book.click();
  await page.context().clearCookies();
  await page.goto(`/ici/ancienne-ecole?code=${code}`);
  await page.getByRole("link", { name: "Me connecter" }).click();
  await page.getByRole("button", { name: "Entrer comme agent" }).click();
  await expect(page).toHaveURL(new RegExp(`/ici/ancienne-ecole\\?code=${code}`));
  await page.getByRole("button", { name: "Noter mon arrivée" }).click();
  await expect(page.getByRole("status")).toHaveText(/Votre arrivée est notée/);
  await page.getByRole("button", { name: "Noter mon départ" }).click();
  await expect(page.getByRole("status")).toHaveText(/Votre départ est noté/);
});
