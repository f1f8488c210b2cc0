import type { Page } from "@playwright/test";
import { everyRule, faultsOf, type Rules } from "./support/axe";
import { tabTo } from "./support/keyboard";
import { addDays, anAddress, expect, signInAs, signInByCode, test, today } from "./support/test";

test.use({ viewport: { width: 320, height: 700 } });

/** Tabs to it and presses it; a link leads to that address. */
async function press(page: Page, name: RegExp, to?: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
  if (to) await expect(page).toHaveURL(to);
}

/** As typed at a keyboard, field by field; a date by the parts the browser asks for, in its own order. */
async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

async function typeDay(page: Page, name: RegExp, day: string): Promise<void> {
  await tabTo(page, name);
  const [year = "", month = "", date = ""] = day.split("-");
  for (const parts of [`${date}${month}${year}`, `${month}${date}${year}`]) {
    for (let back = 0; back < 3; back += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type(parts);
    const typed = await page.locator(":focus").inputValue();
    if (typed === day) return;
  }
  throw new Error(`${day} cannot be typed`);
}

test("with the keyboard alone one finds an event, registers two people and gives one seat back, then the other", async ({
  page,
}) => {
  await signInByCode(page, anAddress(), "/evenements");
  await type(page, /^Un mot du titre/, "travailler ici");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=travailler/);
  await press(page, /^Travailler ici, vivre d’ailleurs/, /\/evenements\/travailler-ici/);
  await press(page, /^S’inscrire$/, /\/inscription$/);
  await type(page, /^Nom$/, "Alix Roux");
  await tabTo(page, /^Nombre de personnes/);
  await page.keyboard.press("ArrowDown");
  await press(page, /^S’inscrire$/);
  await expect(page.getByText("2 places sont gardées pour vous.")).toBeVisible();
  await press(page, /^Personne 2 ne vient pas$/);
  await expect(page.getByText("Une place est gardée pour vous.")).toBeVisible();
  await press(page, /^Annuler toute l’inscription$/);
  await expect(page.getByText("Cette inscription est annulée.")).toBeVisible();
});

test("with the keyboard alone a host writes an event, keeps it as a draft and gives it up", async ({
  page,
}) => {
  const day = addDays(await today(page), 130);
  await signInAs(page, "host", "/hote/faitout-luzech/evenements");
  await press(page, /^Nouvel événement$/, /\/nouveau$/);
  await type(page, /^Titre$/, "Au clavier seulement");
  await type(page, /^En une phrase/, "Sans souris.");
  await type(page, /^Description/, "On essaie.");
  await typeDay(page, /^Jour$/, day);
  await type(page, /^Nombre de places/, "4");
  await press(page, /^Garder en brouillon$/);
  await expect(page.getByText("Le brouillon est gardé.")).toBeVisible();
  await press(page, /^Abandonner/);
  await expect(page.getByText("Le brouillon est abandonné.")).toBeVisible();
});

const rulesOfColour: Rules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

async function holds(page: Page, address: string, heading: RegExp): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  expect.soft(await faultsOf(page, everyRule), address).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await faultsOf(page, rulesOfColour), `${address} in the dark`).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, address).toBe(320);
}

/** The first event a list leads to, of those whose address begins so. */
async function firstOf(page: Page, list: string, begins: string): Promise<string> {
  const html = await (await page.request.get(list)).text();
  const found = new RegExp(`href="(/evenements/${begins}[a-z0-9-]*)"`).exec(html)?.[1];
  if (!found) throw new Error(`${list} lists no ${begins}`);
  return found;
}

test("the pages of one event hold to the rules in both themes, on 320 px", async ({ page }) => {
  await signInAs(page, "host", "/hote/faitout-luzech/evenements");
  const past = await firstOf(page, "/evenements/passes?lieu=faitout-luzech", "mes-demarches");
  const coming = await firstOf(page, "/evenements?lieu=faitout-luzech", "ouvrir-et-fermer");
  const hosting = "/hote/faitout-luzech";
  await holds(page, `${hosting}${past}/presence`, /Présence|Mes démarches/);
  for (const part of ["modifier", "affiche", "repeter", "inscriptions"]) {
    await holds(page, `${hosting}${coming}/${part}`, /./);
  }
  await holds(page, `${coming}/arrivee`, /./);
  await signInByCode(page, anAddress(), `${coming}/inscription`);
  await page.getByLabel("Nom", { exact: true }).fill("Alix Roux");
  await page.getByRole("button", { name: "S’inscrire" }).click();
  await expect(page.getByText("C’est noté. Un courriel vous le confirme.")).toBeVisible();
  const own = new URL(page.url()).pathname;
  await holds(page, own.replace("/inscription/", "/avis/"), /./);
  await page.goto(own);
  await page.getByRole("button", { name: "Annuler toute l’inscription" }).click();
  await expect(page.getByText("Cette inscription est annulée.")).toBeVisible();
});
