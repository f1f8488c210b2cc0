import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, anAddress, expect, signInAs, signInByCode, test, today } from "./support/test";

/** No other journey counts its members. */
const slug = "faitout-prayssac";
const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("by keyboard at 320 pixels: somebody asks to belong, the host says yes, they accept the rules", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 700 });
  const email = anAddress();
  await signInByCode(page, email, `/mon-espace/lieux/${slug}`);
  const words = `Je viens le mardi (${email.slice(0, 20)}).`;
  await page.locator("#message").focus();
  await page.keyboard.type(words);
  await tabTo(page, /^Envoyer la demande/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Votre demande est partie");

  await signInAs(page, "host", `/hote/${slug}/membres`);
  const row = page.getByRole("listitem").filter({ hasText: words });
  await row.getByRole("button", { name: /^Accepter/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("est membre");

  await signInByCode(page, email, `/mon-espace/lieux/${slug}`);
  await expect(page.getByText("Lire et accepter le règlement")).toBeVisible();
  await tabTo(page, /^J’ai lu ce règlement et je l’accepte/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Merci, c’est noté");
  await expect(page.getByText(/^Vous l’avez lu et accepté le/)).toBeVisible();
});

/** Somebody without e-mail, kept and booked for by the host; their address and the code of their card. */
async function keepAndBook(page: Page, name: string, day: string) {
  await signInAs(page, "host", `/hote/${slug}/membres/nouveau`);
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Ajouter" }).click();
  await expect(title(page)).toHaveText(name);
  const person = new URL(page.url()).pathname;
  await page.goto(`/hote/${slug}/semaine?du=${day}`);
  const cell = page.getByRole("link", { name: /^Poste \d+, .*libre$/ }).first();
  await page.goto(`${await cell.getAttribute("href")}&membre=${encodeURIComponent(name)}`);
  await page.getByRole("button", { name: "Réserver pour cette personne" }).click();
  await expect(page).toHaveURL(/\?jour=/);
  await page.goto(person);
  return person;
}

async function codeOfCard(page: Page, person: string): Promise<string> {
  await page.goto(person);
  await page.getByRole("button", { name: "Faire une carte" }).click();
  const code = page.locator(".claim-card-code");
  await expect(code).toHaveText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  return (await code.textContent()) ?? "";
}

test("a host keeps somebody without e-mail, books, prints; later the card gives it all back", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const day = addDays(await today(page), 27);
  const name = `Odile ${Date.now()}`;
  const person = await keepAndBook(page, name, day);
  await page.getByRole("link", { name: /^Imprimer la confirmation/ }).click();
  await expect(page.getByRole("heading", { name: "Votre place est réservée" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".confirmation");
  await expect(sheet).toContainText(name);
  await expect(sheet).toContainText("Pour venir");
  await expect(title(page)).toBeHidden();
  expect(await sheet.evaluate((node) => getComputedStyle(node).color)).toBe("rgb(0, 0, 0)");
  await page.emulateMedia({ media: "screen" });
  const code = await codeOfCard(page, person);

  await signInByCode(page, anAddress(), "/rejoindre");
  await page.getByLabel("Code", { exact: true }).fill("ABCD-2345");
  await page.getByRole("button", { name: "Utiliser ce code" }).click();
  await expect(page.getByText("Ce code ne convient pas").first()).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Utiliser ce code" }).click();
  await expect(page.getByRole("status")).toContainText("vos réservations");
  await page.goto("/mon-espace");
  await expect(page.getByText(/Prayssac/).first()).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an invitation by code, used by a newcomer; the same code again opens nothing", async ({
    page,
  }) => {
    await signInAs(page, "host", `/hote/${slug}/membres`);
    await page.getByRole("button", { name: "Faire un code" }).click();
    const told = page.getByText(/^Voici le code/);
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await told.textContent()) ?? "")?.[0] ?? "";
    for (const answer of [/Bienvenue/, /Ce code ne convient pas/]) {
      await signInByCode(page, anAddress(), `/rejoindre?code=${code}`);
      await page.getByRole("button", { name: "Utiliser ce code" }).click();
      await expect(page.getByText(answer).first()).toBeVisible();
    }
  });

  test("a host sets a step of the welcome and takes it away", async ({ page }) => {
    await signInAs(page, "host", `/hote/${slug}/accueil`);
    const name = `Prendre la clé ${Date.now()}`;
    await page.getByLabel("Étape", { exact: true }).selectOption("other");
    await page.locator("#title").fill(name);
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(page.getByRole("heading", { name })).toBeVisible();
    await page.getByRole("button", { name: new RegExp(`^Retirer\\s:\\s${name}`) }).click();
    await expect(page.getByRole("heading", { name })).toBeHidden();
  });

  test("a delegate books for somebody who agreed", async ({ page }) => {
    const day = addDays(await today(page), 35);
    await signInAs(page, "member", "/mon-espace/organisations");
    await page.getByRole("link", { name: /^Réserver pour Mairie/ }).click();
    await page.getByLabel("Lieu").selectOption("faitout-luzech");
    await page.getByLabel("Jour").fill(day);
    await page.getByRole("button", { name: "Réserver cette place" }).click();
    await expect(page.getByRole("status")).toContainText("C’est réservé");
    await expect(page.getByText(/, Journée, .*Luzech/).first()).toBeVisible();
  });
});
