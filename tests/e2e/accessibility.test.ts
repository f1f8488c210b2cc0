import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { standalonePage } from "@/lib/web/standalone-page";
import { addDays, expect, type Role, roles, signInAs, test, today } from "./support/test";

const forEverybody = [
  "/",
  "/?jour=2026-02-30",
  "/lieux",
  "/lieux/faitout-luzech",
  "/lieux/faitout-prayssac",
  "/lieux/faitout-luzech/semaine",
  "/ici/faitout-luzech",
  "/reserver?lieu=faitout-luzech",
  "/connexion",
  "/connexion/code",
  "/connexion/lien?jeton=x",
  "/comprendre",
  "/accessibilite",
  "/confidentialite",
  "/mentions-legales",
  "/demo/courriels",
  "/nulle-part",
];
const signedIn = [
  "/mon-espace",
  "/mon-espace/profil",
  "/mon-espace/attestations",
  "/mon-espace/agenda",
  "/mon-espace/cles",
  "/mon-espace/liste-attente",
  "/mon-espace/series",
  "/mon-espace/series/nouvelle?lieu=faitout-luzech&jour=2020-01-01&jusqu-au=x",
  "/mon-espace/absence?du=2026-02-30&au=x",
];
const hosting = [
  "/hote/faitout-luzech",
  "/hote/faitout-luzech?vue=liste",
  "/hote/faitout-luzech/semaine",
  "/hote/faitout-luzech/plan",
  "/hote/faitout-luzech/affiche",
  "/hote/faitout-luzech/passage",
  "/hote/faitout-luzech/passage?membre=ma",
  "/hote/faitout-luzech/fermer?moment=day",
  "/hote/faitout-luzech/horaires",
  "/hote/faitout-luzech/horaires?changement=week&jours=1&jours=2&des=2027-01-04&mode=replace&de1=14:00&a1=16:00",
  "/hote/faitout-luzech/agenda",
  "/hote/faitout-luzech/attente",
  "/hote/faitout-luzech/demandes",
  "/hote/faitout-luzech/postes",
  "/hote/faitout-luzech/postes/nouveau?type=room",
  "/hote/faitout-luzech/postes/nouveau?type=equipment",
];
const reporting = [
  "/pilotage",
  "/pilotage?du=2025-12&au=2026-10",
  "/pilotage/fermetures?moment=day",
];

const pages: Record<Role, string[]> = {
  visitor: forEverybody,
  member: [...forEverybody, ...signedIn],
  host: [...forEverybody, ...signedIn, ...hosting],
  staff: [...forEverybody, ...signedIn, ...reporting],
  admin: [...forEverybody, ...signedIn, ...hosting, ...reporting],
};

type Rules = { type: "tag" | "rule"; values: string[] };

const everyRule: Rules = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** The theme changes custom properties and nothing else: the same elements, names and sizes. */
const rulesOfColour: Rules = {
  type: "rule",
  values: ["color-contrast", "link-in-text-block"],
};

async function faults(page: Page, runOnly: Rules): Promise<string[]> {
  // No page of ours has frames: one run in the page itself is all there is.
  const axe = new AxeBuilder({ page }).options({ runOnly, resultTypes: ["violations"] });
  axe.setLegacyMode(true);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Both themes and the width of the page as it stands now. */
async function expectNoFault(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect.soft(await faults(page, everyRule), `${what} light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await faults(page, rulesOfColour), `${what} dark`).toEqual([]);
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(excess, `${what} overflows`).toBeLessThanOrEqual(0);
}

const widths = [320, 1280];

for (const role of roles) {
  for (const width of widths) {
    test(`every page of a ${role} at ${width} pixels: axe finds nothing, nothing overflows`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 900 });
      await signInAs(page, role);
      for (const address of pages[role]) {
        await page.goto(address);
        await expectNoFault(page, address);
      }
    });
  }
}

async function expectNoFaultAtAnyWidth(page: Page, what: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoFault(page, `${what} at ${width}`);
  }
}

test("a booking that stands, and once it is cancelled: axe finds nothing", async ({ page }) => {
  const day = addDays(await today(page), 13);
  await signInAs(page, "admin", `/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(/C’est réservé/);
  await expectNoFaultAtAnyWidth(page, "a booking just made");
  await page.goto(new URL(page.url()).pathname);
  await expectNoFaultAtAnyWidth(page, "a booking");
  const address = new URL(page.url()).pathname;
  await page.goto(`/mon-espace/absence?du=${day}&au=${day}`);
  await expectNoFaultAtAnyWidth(page, "an absence");
  await page.goto(address);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(title).toHaveText("Réservation annulée");
  await expectNoFaultAtAnyWidth(page, "a cancelled booking");
});

test("a code that was refused, an address left empty: axe finds nothing", async ({ page }) => {
  await page.goto("/connexion/code");
  await page.getByLabel("Code à six chiffres").fill("000000");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText(/^Ce code ne convient pas/)).toBeVisible();
  await expectNoFaultAtAnyWidth(page, "a refused code");
  await page.goto("/connexion?error=AccessDenied");
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page.getByText(/^Remplissez ce champ/).first()).toBeVisible();
  await expectNoFaultAtAnyWidth(page, "an empty address");
});

test("a resource with all its folds open, and refused: axe finds nothing", async ({ page }) => {
  await signInAs(page, "host", "/hote/faitout-luzech/postes");
  await page.getByRole("link", { name: "Salle Impernal" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Salle Impernal");
  for (const fold of await page.locator(".fold > summary").all()) await fold.click();
  await expectNoFaultAtAnyWidth(page, "a resource");
  await page.getByLabel("Pas, en minutes").fill("sept");
  for (const box of await page
    .getByRole("group", { name: "Se réserve" })
    .getByRole("checkbox")
    .all())
    await box.uncheck();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText(/^Écrivez un nombre entier/).first()).toBeVisible();
  await expectNoFaultAtAnyWidth(page, "a refused resource");
});

test("the pages that stand alone, Postgres away among them: axe finds nothing", async ({
  page,
}) => {
  for (const shown of [
    { status: 503, words: "unavailable" },
    { status: 413, words: "tooLarge" },
  ] as const) {
    const reader = { nonce: "essai", chosenLocale: "fr", acceptLanguage: null };
    await page.setContent(await standalonePage(shown, reader).text());
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoFaultAtAnyWidth(page, shown.words);
  }
});

test("axe finds a planted fault: the check can fail", async ({ page }) => {
  await page.setContent(
    `<html lang="fr"><title>Faute</title><main><h1>Faute</h1><button></button>
     <p style="color: #777; background: #888">Gris sur gris</p></main></html>`,
  );
  expect(await faults(page, everyRule)).toContainEqual(expect.stringContaining("button-name"));
  expect(await faults(page, rulesOfColour)).toContainEqual(
    expect.stringContaining("color-contrast"),
  );
});
