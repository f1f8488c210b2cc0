import type { Page } from "@playwright/test";
import { faultsOf } from "./support/axe";
import { tabTo } from "./support/keyboard";
import { addDays, anAddress, expect, signInAs, signInByCode, test, today } from "./support/test";

/** Has one office. */
const space = "la-cale";

async function noSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
}

/** Four weeks on, after what the demonstration has booked, and a day later. */
async function dayAhead(page: Page, later = 0): Promise<string> {
  return addDays(await today(page), 28 + later);
}

/** Somebody takes the only office of that afternoon; gives it back when called. */
async function takeOffice(page: Page, address: string): Promise<() => Promise<void>> {
  const email = anAddress();
  await signInByCode(page, email, address);
  await page.getByRole("textbox", { name: "Votre prénom et votre nom" }).fill("Maud Lacam");
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const booking = new URL(page.url()).pathname;
  return async () => {
    await signInByCode(page, email, booking);
    await page.getByRole("button", { name: "Annuler la réservation" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
  };
}

test("with the keyboard alone, on the narrowest screen: wait, be offered the place, accept it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const day = await dayAhead(page);
  const full = `/reserver?lieu=${space}&jour=${day}&moment=afternoon&type=office`;
  const giveBack = await takeOffice(page, full);
  const email = anAddress();
  await signInByCode(page, email, full);
  await expect(page.getByRole("heading", { name: /^Tout est pris/ })).toBeVisible();
  await noSidewaysScroll(page);
  // A session that ended meanwhile comes back to the same kind of place.
  const session = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Me prévenir si une place se libère" }).click();
  await expect(page).toHaveURL(/connexion\?suite=.*type%3Doffice/);
  await page.context().addCookies(session);
  await page.goto(full);
  await tabTo(page, /^Me prévenir si une place se libère$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("C’est noté. Dès qu’une place se libère")).toBeVisible();
  await expect(page.getByText("Personne avant vous")).toBeVisible();
  await page.goto(full);
  await tabTo(page, /^Me prévenir si une place se libère$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Vous êtes déjà sur la liste pour ce moment.")).toBeVisible();
  await giveBack();
  await signInAs(page, "admin", `/hote/${space}/attente?jour=${day}`);
  await expect(page.getByRole("cell", { name: /^place proposée jusqu’au/ })).toBeVisible();
  await noSidewaysScroll(page);
  await signInByCode(page, email);
  await expect(page.getByText(/^Une place vous est proposée/)).toBeVisible();
  await tabTo(page, /^Répondre$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Une place vous est proposée" })).toBeVisible();
  await noSidewaysScroll(page);
  await tabTo(page, /^Accepter la place, La Cale/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
});

test("with the keyboard alone, on the narrowest screen: wait for hours of a room that are taken", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const day = addDays(await today(page), 16);
  const hours = `/reserver/heures?lieu=faitout-luzech&jour=${day}`;
  await signInAs(page, "member", `${hours}&de=14:00&a=16:00`);
  await page.getByRole("button", { name: "Réserver", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const booking = page.url();
  const email = anAddress();
  await signInByCode(page, email, hours);
  await noSidewaysScroll(page);
  await tabTo(page, /^14\sh\s?pris, attendre$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Être prévenu .* à 14\sh$/ })).toBeVisible();
  await noSidewaysScroll(page);
  expect(await faultsOf(page)).toEqual([]);
  await tabTo(page, /^Me prévenir si ces heures se libèrent$/);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("C’est noté. Dès qu’une place se libère")).toBeVisible();
  await expect(page.getByText(/quelques heures, 14\sh\s–\s15\sh, 1\ssalle/)).toBeVisible();
  await signInAs(page, "member");
  await page.goto(booking);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
  await signInByCode(page, email, "/mon-espace/liste-attente");
  await tabTo(page, /^Accepter la place, /);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("wait, leave the line, wait again, decline what is offered", async ({ page }) => {
    const day = await dayAhead(page, 1);
    const full = `/reserver?lieu=${space}&jour=${day}&moment=afternoon&type=office`;
    const giveBack = await takeOffice(page, full);
    const email = anAddress();
    await signInByCode(page, email, full);
    await page.getByRole("button", { name: "Me prévenir si une place se libère" }).click();
    await expect(page.getByText("C’est noté. Dès qu’une place se libère")).toBeVisible();
    await page.getByRole("button", { name: /^Ne plus attendre/ }).click();
    await expect(page.getByText("C’est noté, vous n’attendez plus cette place.")).toBeVisible();
    await page.goto(full);
    await page.getByRole("button", { name: "Me prévenir si une place se libère" }).click();
    await giveBack();
    await signInByCode(page, email, "/mon-espace/liste-attente");
    await page.getByRole("button", { name: /^Refuser l’offre/ }).click();
    await expect(page.getByText("Vous n’attendez aucune place")).toBeVisible();
    await page.goto(full);
    await expect(page.getByRole("button", { name: "Réserver cette place" })).toBeVisible();
  });
});
