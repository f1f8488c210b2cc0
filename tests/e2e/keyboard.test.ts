import type { Page } from "@playwright/test";
import { addDays, expect, signInAs, test, today } from "./support/test";

/** Tabs until what is wanted has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`nothing called ${name} takes the focus`);
}

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
  await tabTo(page, /^Arrivée de Agnès Pradines$/);
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: "Annuler l’arrivée de Agnès Pradines" });
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Arrivée de Agnès Pradines$/ })).toBeFocused();
});
