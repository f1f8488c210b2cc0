import type { Browser, Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, anAddress, expect, signInByCode, test, today } from "./support/test";

const space = "faitout-luzech";
/** Of this run alone: letters only, as names are. */
const lettersOf = () =>
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, "")
    .slice(0, 6);
const helperName = `Jeanne Del${lettersOf()}`;
const seekerName = `Yann Caz${lettersOf()}`;
const shown = "Les autres membres voient mon nom et quand je viens";

/** Somebody who says to be a bookkeeper, and comes that morning for members to see. */
async function aBookkeeper(browser: Browser, baseURL: string | undefined, day: string) {
  const context = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await signInByCode(page, anAddress(), "/mon-espace/profil");
  await page.locator("[name=name]").fill(helperName);
  await page.locator("[name=skills]").fill("comptabilité agricole");
  await page.locator("[name=audience_skills]").selectOption("members");
  await page.getByRole("button", { name: "Enregistrer mon profil" }).click();
  await expect(page).toHaveURL(/fait=enregistre/);
  await page.goto(`/reserver?lieu=${space}&jour=${day}&moment=morning`);
  await page.getByLabel(shown).selectOption("yes");
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  return page;
}

async function seek(page: Page, what: string): Promise<void> {
  await page.goto("/mon-espace/profil");
  await page.locator("[name=name]").fill(seekerName);
  await page.locator("[name=seeks]").fill(what);
  await page.getByRole("button", { name: "Enregistrer mon profil" }).click();
  await expect(page).toHaveURL(/fait=enregistre/);
}

test("opt in for a booking and be told who can help will be there, with the keyboard alone at 320 pixels", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const day = addDays(await today(page), 9);
  const helper = await aBookkeeper(browser, baseURL, day);
  await page.setViewportSize({ width: 320, height: 700 });
  await signInByCode(page, anAddress(), "/mon-espace");
  await seek(page, "une comptable");
  await page.goto(`/reserver?lieu=${space}&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const booking = page.url();
  // Not seen oneself, one is told of nobody who can help.
  await page.goto("/mon-espace/rencontres");
  await expect(page.getByText("Personne pour l’instant")).toBeVisible();

  await page.goto(booking);
  await tabTo(page, new RegExp(shown));
  // The native list is moved through with the arrow keys: « as in my profile », then « yes ».
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^Enregistrer$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("C’est enregistré.")).toBeVisible();

  await page.goto("/mon-espace");
  const helping = page.getByRole("listitem").filter({ hasText: helperName }).first();
  await expect(helping).toContainText("comme vous");
  await tabTo(page, /^Toutes mes rencontres$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/mon-espace\/rencontres/);
  await expect(page.getByText("Vous cherchez\u00a0: une comptable").first()).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);

  // The other sees who is there, and no longer once it is taken back.
  await helper.goto(`/lieux/${space}/presences?jour=${day}`);
  await expect(helper.getByText(seekerName)).toBeVisible();
  await page.goto(booking);
  await page.getByLabel(shown).selectOption("no");
  const choice = page.getByRole("region", { name: "Vous y croiserez" });
  await choice.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await helper.reload();
  await expect(helper.getByText(seekerName)).toHaveCount(0);
  await helper.context().close();
});

test("a visitor reads a number and no name", async ({ page }) => {
  await page.goto(`/lieux/${space}/presences`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Qui sera là");
  await expect(page.getByText("Connectez-vous pour voir les membres")).toBeVisible();
  await expect(page.locator(".company")).toHaveCount(0);
});
