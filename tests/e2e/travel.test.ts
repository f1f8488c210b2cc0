import type { Page } from "@playwright/test";
import { faultsOf } from "./support/axe";
import { anAddress, expect, signInAs, signInByCode, test } from "./support/test";

const address = "/mon-espace/trajets";

/** Says in the profile what one is and where one lives. */
async function saysInProfile(page: Page, situation: string, commune?: string): Promise<void> {
  await page.goto("/mon-espace/profil");
  await page.getByLabel("Nom affiché", { exact: true }).fill("Nour Salvat");
  await page.getByLabel("Situation", { exact: true }).selectOption(situation);
  if (commune) await page.getByLabel("Commune où j’habite", { exact: true }).fill(commune);
  await page.getByRole("button", { name: "Enregistrer mon profil" }).click();
  await expect(page.getByText("Votre profil est enregistré.")).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 740 } });

    test("a salaried teleworker gives their travel, agrees, and takes it back with one click", async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await signInByCode(page, anAddress(), address);
      await expect(page.getByText("ne concerne que les salariés en télétravail")).toBeVisible();
      await expect(page.getByLabel("Commune où se trouve votre travail")).toHaveCount(0);
      await saysInProfile(page, "teleworker");
      await page.getByRole("link", { name: "Vos trajets vers le travail" }).click();
      await expect(page.getByText("dans quelle commune vous habitez")).toBeVisible();
      await saysInProfile(page, "teleworker", "Luzech");
      await page.goto(address);
      await expect(page.getByText("d’après votre profil : Luzech")).toBeVisible();

      const agreed = page.getByRole("region", { name: "Ce que j’ai accepté" });
      const agreement = page.getByRole("checkbox", { name: /Je suis salarié/ });
      const save = page.getByRole("button", { name: "Accepter et enregistrer" });
      await page.getByLabel("Commune où se trouve votre travail").fill("Cahors");
      await page.getByRole("radio", { name: "Voiture, seul" }).check();
      await page.getByLabel("Kilomètres de chez vous au travail (facultatif)").fill("24,5");
      await expect(agreement).not.toBeChecked();
      await save.click();
      await expect(page.getByText("Cochez votre accord").first()).toBeVisible();
      await expect(page.getByLabel("Commune où se trouve votre travail")).toHaveValue("Cahors");
      await expect(page.getByRole("radio", { name: "Voiture, seul" })).toBeChecked();
      if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
      await agreement.check();
      await save.click();
      await expect(page.getByRole("status")).toHaveText(/comptent désormais/);
      await expect(page.getByText("Travail : Cahors. Moyen : Voiture, seul.")).toBeVisible();
      await expect(agreement).not.toBeChecked();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
      if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
      await page.goto("/mon-espace/donnees");
      await expect(agreed.getByText("Trajets comptés dans les rapports")).toBeVisible();

      await saysInProfile(page, "self_employed");
      await page.goto(address);
      await expect(page.getByText("n’est donc plus compté")).toBeVisible();
      await expect(save).toHaveCount(0);
      await page.getByRole("button", { name: "Retirer mon accord et effacer" }).click();
      await expect(page.getByRole("status")).toHaveText(/Votre accord est retiré/);
      await expect(page.getByText("Travail : Cahors")).toHaveCount(0);
      await page.goto("/mon-espace/donnees");
      await expect(agreed.getByText(/^du .* au .*, retiré$/)).toBeVisible();
    });
  });
}

test("staff change an assumption: a version more, dated and journalled; what cannot be is said and kept", async ({
  page,
}) => {
  await signInAs(page, "staff", "/pilotage/definitions");
  await page.getByRole("link", { name: "Hypothèses des trajets et du CO₂ évités" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hypothèses des trajets évités");
  const car = page.getByLabel("Voiture", { exact: true });
  const save = page.getByRole("button", { name: "Enregistrer une nouvelle version" });
  const before = await car.inputValue();
  await car.fill("beaucoup");
  await page.getByLabel("Effet rebond", { exact: true }).fill("30");
  await save.click();
  await expect(page.getByText("Écrivez un nombre de 0 à 2.").first()).toBeVisible();
  await expect(car).toHaveValue("beaucoup");
  await expect(page.getByLabel("Effet rebond", { exact: true })).toHaveValue("30");
  expect(await faultsOf(page)).toEqual([]);
  const another = before === "0,19" ? "0,178" : "0,19";
  await car.fill(another);
  await save.click();
  await expect(page.getByRole("status")).toHaveText(/La version \d+ est en vigueur/);
  await expect(page.getByText(`Voiture : ${before} → ${another}`).first()).toBeVisible();
  await expect(page.getByText("Agnès Pradines").first()).toBeVisible();
  await expect(car).toHaveValue(another);
  await page.goto("/pilotage/journal");
  await expect(
    page
      .locator("main")
      .getByRole("listitem")
      .getByText("A changé les hypothèses des trajets évités")
      .first(),
  ).toBeVisible();
});

test("a member has no page of assumptions", async ({ page }) => {
  await signInAs(page, "member");
  expect((await page.goto("/pilotage/hypotheses"))?.status()).toBe(404);
});
