import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, type Role, roles, signInAs, test } from "./support/test";

const forEverybody = [
  "/",
  "/?jour=2026-02-30",
  "/lieux",
  "/lieux/faitout-luzech",
  "/lieux/faitout-prayssac",
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
const signedIn = ["/mon-espace", "/mon-espace/profil"];
const hosting = [
  "/hote/faitout-luzech",
  "/hote/faitout-luzech/passage",
  "/hote/faitout-luzech/passage?membre=ma",
  "/hote/faitout-luzech/fermer?moment=day",
];
const reporting = ["/pilotage", "/pilotage?du=2025-12&au=2026-10"];

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

for (const role of roles) {
  for (const width of [320, 1280]) {
    test(`every page of a ${role} at ${width} pixels: axe finds nothing, nothing overflows`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 900 });
      await signInAs(page, role);
      for (const address of pages[role]) {
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        await page.goto(address);
        expect.soft(await faults(page, everyRule), `${address} light`).toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        expect.soft(await faults(page, rulesOfColour), `${address} dark`).toEqual([]);
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(excess, `${address} overflows`).toBeLessThanOrEqual(0);
      }
    });
  }
}

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
