import type { Page } from "@playwright/test";
import { faultsOf } from "./support/axe";
import { expect, signInAs, test } from "./support/test";

/** No other journey counts its members. */
const slug = "faitout-prayssac";
const title = (page: Page) => page.getByRole("heading", { level: 1 });

async function expectFit(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

test.describe("on a page of 320 pixels", () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test("somebody without e-mail is corrected, booked for by name, and erased when they ask", async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await signInAs(page, "host", `/hote/${slug}/membres/nouveau`);
    const name = `Odette ${Date.now()}`;
    await page.getByLabel("Nom", { exact: true }).fill("Odete");
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(title(page)).toHaveText("Odete");
    const person = new URL(page.url()).pathname;

    await page.getByLabel("Nom", { exact: true }).fill(name);
    await page.getByLabel("Téléphone", { exact: true }).fill("05 65 00 00 00");
    await page.getByRole("button", { name: "Corriger" }).click();
    await expect(title(page)).toHaveText(name);
    await page.getByLabel("Son nom").fill("Paul");
    await page.getByLabel("Son téléphone").fill("05 65 11 11 11");
    await page.getByRole("button", { name: "Enregistrer la personne à prévenir" }).click();
    await expect(page.getByRole("status")).toContainText("C’est noté");
    await expect(page.getByLabel("Son nom")).toHaveValue("Paul");
    await expectFit(page);

    await page.getByRole("link", { name: "Réserver pour cette personne" }).click();
    await expect(page.getByRole("status").first()).toContainText(name);
    await page.getByRole("link", { name: "Semaine suivante" }).click();
    await expect(page.getByRole("status").first()).toContainText(name);
    await page.locator(".week-list summary").first().click();
    await expectFit(page);
    await page.locator(".week-list details a").first().click();
    await expect(page.getByRole("radio", { name })).toBeChecked();
    await page.getByRole("button", { name: "Réserver pour cette personne" }).click();
    await expect(page).toHaveURL(/\?jour=/);
    await expect(page.getByRole("link", { name: new RegExp(`accueil.*${name}`) })).toBeVisible();

    await page.goto(person);
    await page.getByRole("link", { name: /^Imprimer la confirmation/ }).click();
    await expect(page.getByText(/^Pour nous joindre/)).toBeVisible();
    await page.goto(person);
    await page.getByRole("link", { name: "Effacer cette personne…" }).click();
    await expect(title(page)).toContainText(name);
    await expect(page.getByText(/^Sa réservation à venir est annulée/)).toBeVisible();
    await expectFit(page);
    await page.getByRole("button", { name: "Effacer pour de bon" }).click();
    await expect(page.getByRole("status")).toContainText("La fiche est effacée");
    await expect(page.getByText(name)).toHaveCount(0);
    expect((await page.goto(person))?.status()).toBe(404);
  });
});
