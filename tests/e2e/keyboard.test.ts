import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, anAddress, expect, signInAs, signInByCode, test, today } from "./support/test";

test("find, book and cancel with the keyboard alone", async ({ page }) => {
  const day = addDays(await today(page), 10);
  await signInAs(page, "host");
  await page.goto(`/?jour=${day}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, /^Réserver à .*Prayssac/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reserver/);
  await tabTo(page, /^Réserver cette place$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await tabTo(page, /^Annuler la réservation$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
});

test("the host checks somebody in with the keyboard alone and keeps the focus", async ({
  page,
}) => {
  const day = await today(page);
  await signInAs(page, "staff", `/reserver?lieu=faitout-luzech&jour=${day}&moment=afternoon`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé, Agnès/);
  await signInAs(page, "host");
  await page.goto("/hote/faitout-luzech");
  await tabTo(page, /^Arrivée d’Agnès Pradines$/);
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: "Annuler l’arrivée d’Agnès Pradines" });
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Arrivée d’Agnès Pradines$/ })).toBeFocused();
});

test("a room is booked by the hour with the keyboard alone, on a page of 320 pixels", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const day = addDays(await today(page), 19);
  await signInByCode(page, anAddress(), `/reserver?lieu=faitout-luzech&jour=${day}&moment=morning`);
  await follow(page, /heures précises/, /\/reserver\/heures/);
  await follow(page, /^Salle Impernal/, /poste=/);
  await follow(page, /^10\sh\s*libre/, /de=10:00/);
  // A page that comes while one tabs begins anew, with a link of that name.
  await tabTo(page, /^Réserver$/, "button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await expect(page.getByText("Salle Impernal").first()).toBeVisible();
});

/** Tabs to a link and presses it. */
async function follow(page: Page, name: RegExp, to: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(to);
}
