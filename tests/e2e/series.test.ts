import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, anAddress, expect, signInAs, signInByCode, test, today } from "./support/test";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 720 } });

async function pressOn(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

test("a series with conflicts, by keyboard: every date seen, the free ones booked, the others tried again", async ({
  page,
}) => {
  // A Friday after the three weeks that the demonstration has already booked.
  const first = addDays(await today(page), 24);
  const second = addDays(first, 7);
  const desk = "Poste 4";
  const booking = (day: string) => `/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`;

  // Somebody else is at that desk on the second date.
  await signInAs(page, "staff", booking(second));
  await page.getByRole("radio", { name: new RegExp(`^${desk}`) }).check();
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const inTheWay = new URL(page.url()).pathname;

  // Somebody new: the list of an absence is refused when another journey changes it meanwhile.
  await signInByCode(page, anAddress(), booking(first));
  const session = await page.context().cookies();
  await pressOn(page, /^Réserver chaque semaine$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réserver plusieurs fois");
  await page.getByLabel("Place").selectOption({ label: desk });
  await page.getByLabel("Jusqu’au").fill(addDays(first, 21));
  await pressOn(page, /^Voir les dates$/);
  const list = page.getByRole("list", { name: /^Chaque vendredi, le matin$/ });
  await expect(list.getByRole("listitem").filter({ hasText: "déjà prise" })).toHaveCount(1);
  await expect(list.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await expect(list.getByRole("link").first()).toBeVisible();

  // The last one is not wanted.
  await list.getByRole("checkbox").last().focus();
  await page.keyboard.press("Space");
  await pressOn(page, /^Réserver les dates cochées$/);
  await expect(page.getByRole("status")).toContainText("2 dates sont réservées");
  await expect(page.getByRole("status")).toContainText("1 date n’a pas pu être réservée");
  const series = new URL(page.url()).pathname;

  await pressOn(page, /^Réessayer le vendredi /);
  await expect(page.getByText("Aucune de ces dates n’est libre")).toBeVisible();

  await signInAs(page, "staff", inTheWay);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
  await page.context().clearCookies();
  await page.context().addCookies(session);
  await page.goto(series);
  await expect(page.getByText("libre maintenant").first()).toBeVisible();
  await pressOn(page, /^Réessayer le vendredi /);
  await expect(page.getByRole("status")).toContainText("1 date de plus est réservée");
  await pressOn(page, /^Réserver aussi le vendredi /);
  await expect(page.getByRole("status")).toContainText("1 date de plus est réservée");
  await expect(page.getByRole("heading", { name: "Dates à réessayer" })).toHaveCount(0);

  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);

  // From the second date on, the list first.
  await page.getByRole("radio", { name: "Cette date et toutes les suivantes" }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("Date", { exact: true }).selectOption(second);
  await pressOn(page, /^Voir ce qui sera annulé$/);
  await expect(page.getByRole("heading", { name: "3 réservations seront annulées" })).toBeVisible();
  await pressOn(page, /^Annuler ces 3 réservations$/);
  await expect(page.getByRole("status")).toContainText("3 dates sont annulées");

  // What is left of it goes with an absence.
  await page.goto("/mon-espace/absence");
  await page.getByLabel("Du", { exact: true }).fill(first);
  await page.getByLabel("Au (inclus)").fill(addDays(first, 13));
  await pressOn(page, /^Voir mes réservations de la période$/);
  await expect(page.getByText(desk).first()).toBeVisible();
  await pressOn(page, /^Annuler (cette réservation|ces \d+ réservations)$/);
  await expect(page.getByRole("status")).toContainText("Bonne absence");
});

test("another place from a date on, and what cannot follow is said", async ({ page }) => {
  const first = addDays(await today(page), 23);
  const address = new URLSearchParams({
    lieu: "faitout-luzech",
    jour: first,
    moment: "afternoon",
    rythme: "weekly",
    "jusqu-au": addDays(first, 14),
  });
  await signInAs(page, "admin", `/mon-espace/series/nouvelle?${address}`);
  await page.getByRole("button", { name: "Réserver les dates cochées" }).click();
  await expect(page.getByRole("status")).toContainText(/dates? (est|sont) réservées?/);
  await page.getByLabel("Moment").selectOption({ label: "La journée" });
  await page.getByRole("button", { name: "Changer ces dates" }).click();
  await expect(page.getByText(/dates? (a|ont) changé|Aucune date n’a pu changer/)).toBeVisible();
});
