import type { Page } from "@playwright/test";
import { addDays, expect, signInAs, test, today } from "./support/test";

/** In four weeks, when every place is open: the demonstration has booked for three. */
async function aTuesday(page: Page): Promise<string> {
  const from = addDays(await today(page), 22);
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay();
  return addDays(from, (9 - weekday) % 7);
}

test("a place the host must agree to is asked for, the one beside it is booked: the button says which", async ({
  page,
}) => {
  const day = await aTuesday(page);
  await signInAs(
    page,
    "member",
    `/reserver?lieu=faitout-luzech&jour=${day}&moment=day&type=office`,
  );
  const office = (name: RegExp) => page.getByRole("radio", { name });
  await office(/^Bureau fermé 3/).check();
  await expect(page.getByRole("button", { name: "Demander cette réservation" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Réserver cette place" })).toHaveCount(0);
  await page.getByLabel("Un mot pour l’hôte").fill("Pour un entretien.");
  await office(/^Bureau fermé 1/).check();
  await expect(page.getByRole("button", { name: "Réserver cette place" })).toBeVisible();
  await office(/^Bureau fermé 3/).check();
  await page.getByRole("button", { name: "Demander cette réservation" }).click();
  await expect(page).toHaveURL(/\/mon-espace\/reservations\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre demande est transmise");
});

test("a room for a half-day asks who comes along, as it does by the hour", async ({ page }) => {
  const day = await aTuesday(page);
  await signInAs(page, "member", `/reserver?lieu=la-cale&jour=${day}&moment=morning&type=room`);
  await page.getByRole("radio", { name: /^Salle amont/ }).check();
  await page.getByLabel("Qui vient avec vous").fill("Inès\nPaul");
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page).toHaveURL(/\/mon-espace\/reservations\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
});

test("how far a place is from one's municipality is said by car, with how it is estimated", async ({
  page,
}) => {
  await page.goto("/?autour=46182");
  await expect(
    page.getByText(/environ 11\skm, 15 min en voiture \(estimation\)/).first(),
  ).toBeVisible();
  await expect(page.getByText(/^Distances estimées/)).toBeVisible();
});
