import { beginSurvey, codeIn, fillInResident, fillInTeleworker, goOn } from "./support/survey";
import { expect, test } from "./support/test";

const title = { level: 1 } as const;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the survey is answered from end to end, a question more on the way, and taken back", async ({
    page,
  }) => {
    await beginSurvey(page, "/enquete?src=luzech");
    await page.getByLabel("Indépendant·e, profession libérale").check();
    await page.getByLabel(/^Le nom de la commune/).fill("LUZECH");
    await page.getByLabel("J’y vis toute l’année").check();
    await goOn(page);
    await expect(page.getByText(/^Il y a une question de plus/)).toBeVisible();
    await expect(page.getByLabel("Numérique, informatique, web")).not.toBeChecked();
    await expect(page.getByLabel(/^Le nom de la commune/)).toHaveValue("Luzech");
    await page.getByLabel("Numérique, informatique, web").check();
    await goOn(page);
    await expect(page.getByText("Étape 2 sur 5")).toBeVisible();
    await page.getByLabel("À mon domicile").check();
    await goOn(page);
    await expect(page.getByText("Étape 3 sur 5")).toBeVisible();
    await page.getByRole("radio", { name: "Oui, certainement" }).check();
    await goOn(page);
    await page.getByRole("checkbox", { name: "Prayssac" }).check();
    await page.getByRole("radio", { name: "15 minutes" }).check();
    await page.getByRole("radio", { name: "1 ou 2 jours par semaine" }).check();
    await page.getByRole("checkbox", { name: /^Lundi, Matin/ }).check();
    await page.getByLabel("Un poste dans une salle commune").check();
    await page.getByRole("radio", { name: "Internet très haut débit, Indispensable" }).check();
    await goOn(page);
    await page.getByRole("radio", { name: "Carnet de 10 passages" }).check();
    await page.getByRole("radio", { name: "De 20 à 49 €" }).check();
    await page.getByLabel(/quel prix vous semblerait raisonnable/).fill("7,5");
    await goOn(page);
    await page.getByLabel(/Une idée, une attente/).fill("Un four à pain");
    await goOn(page);
    await expect(page.getByRole("heading", title)).toHaveText("Relire avant d’envoyer");
    for (const words of [
      "Luzech",
      "Prayssac",
      "Lundi : Matin (8 h – 13 h)",
      "7,5",
      "Un four à pain",
    ]) {
      await expect(page.getByText(words, { exact: true }).first()).toBeVisible();
    }
    await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await expect(page.getByRole("heading", title)).toHaveText(/^Merci/);
    const code = codeIn(page.url());
    await page.goto(`/enquete/repondre/${code}`);
    await expect(page).toHaveURL(new RegExp(`/enquete/merci/${code}`));
    await page.getByRole("link", { name: "Supprimer mes réponses" }).click();
    await page.getByRole("button", { name: "Supprimer ces réponses" }).click();
    await expect(
      page.getByText("Ces réponses sont retirées : plus personne ne les lit."),
    ).toBeVisible();
    expect((await page.goto(`/enquete/merci/${code}`))?.status()).toBe(404);
  });

  test("what is missing or wrong is said at the field, and everything else is kept", async ({
    page,
  }) => {
    await beginSurvey(page);
    await page.getByLabel("Retraité·e ou autre habitant·e").check();
    await page.getByLabel(/^Le nom de la commune/).fill("Saint");
    await goOn(page);
    await expect(page.getByText("2 réponses sont à revoir. Le reste est gardé.")).toBeVisible();
    await expect(page.getByLabel("Retraité·e ou autre habitant·e")).toBeChecked();
    await expect(page.getByLabel(/^Le nom de la commune/)).toHaveValue("Saint");
    await expect(page.getByText("Est-ce l’une de celles-ci ?")).toBeVisible();
    await page
      .getByRole("radio", { name: /^Saint/ })
      .first()
      .check();
    await page.getByLabel("J’y vis toute l’année").check();
    await goOn(page);
    await expect(page.getByText("Étape 2 sur 4")).toBeVisible();
    await page.getByRole("button", { name: "Étape précédente" }).click();
    await expect(page.getByLabel(/^Le nom de la commune/)).toHaveValue(/^Saint/);
  });

  test("the way back keeps what was ticked and what reads well, asks for nothing, and comes forward again", async ({
    page,
  }) => {
    await beginSurvey(page);
    await fillInTeleworker(page);
    await page.getByLabel("À mon domicile").check();
    await page.getByLabel("L’isolement").check();
    // Required and left empty: it is asked for on the way on, not on the way back.
    await expect(page.getByText(/^Combien de jours télétravaillez/)).toBeVisible();
    await page.getByRole("button", { name: "Étape précédente" }).click();
    await expect(page.getByText("Étape 1 sur 5")).toBeVisible();
    await expect(page.getByText(/à revoir/)).toHaveCount(0);
    await expect(page.getByLabel("Salarié·e pouvant télétravailler")).toBeChecked();
    await goOn(page);
    await expect(page.getByText("Étape 2 sur 5")).toBeVisible();
    await expect(page.getByLabel("À mon domicile")).toBeChecked();
    await expect(page.getByLabel("L’isolement")).toBeChecked();
  });

  test("what follows from an answer is asked at once, with the reason, and the step comes back once", async ({
    page,
  }) => {
    await beginSurvey(page);
    await fillInTeleworker(page);
    await page.getByLabel("Dans les locaux de mon employeur").check();
    await page.getByLabel("Deux jours par semaine").check();
    await goOn(page);
    await expect(
      page.getByText(/^Il y a une question de plus, selon ce que vous venez de répondre/),
    ).toBeVisible();
    await expect(page.getByText(/laissez vides celles qui ne vous concernent pas/)).toBeVisible();
    await page.getByLabel(/^Le nom de la commune/).fill("Cahors");
    await page.getByLabel(/^Combien de jours par semaine faites-vous/).fill("3");
    await page.getByLabel("Voiture, seul·e").check();
    await goOn(page);
    await expect(page.getByText("Étape 3 sur 5")).toBeVisible();
  });

  test("one leaves and comes back by the address, and changes an answer while reading again", async ({
    page,
    browser,
  }) => {
    const code = await beginSurvey(page);
    await fillInResident(page);
    const elsewhere = await browser.newPage({ javaScriptEnabled: false, locale: "fr-FR" });
    await elsewhere.goto("/enquete");
    await elsewhere
      .getByLabel(/^Votre code/)
      .fill(` https://exemple.test/enquete/repondre/${code}?etape=vous`);
    await elsewhere.getByRole("button", { name: "Reprendre" }).click();
    await expect(elsewhere.getByText("Puy-l’Évêque")).toBeVisible();
    await expect(elsewhere.getByText(/manque encore/)).toBeVisible();
    await elsewhere.getByRole("link", { name: "Modifier : Vous" }).click();
    await elsewhere.getByLabel("J’y ai une résidence secondaire").check();
    await elsewhere.getByRole("button", { name: "Enregistrer" }).click();
    await expect(elsewhere.getByText("J’y ai une résidence secondaire")).toBeVisible();
    await elsewhere.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await expect(elsewhere.getByText(/^Il manque des réponses/)).toBeVisible();
    await elsewhere.close();
  });
});

test("with scripts too the way back keeps what was ticked, and Enter in a field goes on", async ({
  page,
}) => {
  await beginSurvey(page);
  await fillInTeleworker(page);
  await page.getByLabel("Dans les locaux de mon employeur").check();
  await page.getByLabel("Deux jours par semaine").check();
  await page.getByLabel(/^Le nom de la commune/).fill("Cahorx");
  await page.getByRole("button", { name: "Étape précédente" }).click();
  await expect(page.getByText("Étape 1 sur 5")).toBeVisible();
  await goOn(page);
  await expect(page.getByText("Étape 2 sur 5")).toBeVisible();
  await expect(page.getByLabel("Dans les locaux de mon employeur")).toBeChecked();
  await expect(page.getByLabel("Deux jours par semaine")).toBeChecked();
  // What does not read well was kept by the device.
  await expect(page.getByLabel(/^Le nom de la commune/)).toHaveValue("Cahorx");
  await page.getByLabel(/^Le nom de la commune/).fill("Cahors");
  await page.getByLabel(/^Combien de jours par semaine faites-vous/).fill("0");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Étape 3 sur 5")).toBeVisible();
});

test("questions come and go as one answers, at once", async ({ page }) => {
  await beginSurvey(page);
  await expect(page.getByText(/^Dans quel domaine/)).toHaveCount(0);
  await page.getByLabel("Indépendant·e, profession libérale").check();
  await expect(page.getByText(/^Dans quel domaine/)).toBeVisible();
  await page.getByLabel("Retraité·e ou autre habitant·e").check();
  await expect(page.getByText(/^Dans quel domaine/)).toHaveCount(0);
});

test("the survey is answered with the keyboard alone, on a page of 320 pixels", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 120; presses += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
        return element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "";
      });
      if (name.test(focused.trim())) return;
    }
    throw new Error(`nothing called ${name} takes the focus`);
  };
  await page.goto("/enquete");
  await tabTo(/^Répondre à l’enquête$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Étape 1 sur 5")).toBeVisible();
  await tabTo(/^Indépendant/);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByLabel("Retraité·e ou autre habitant·e")).toBeChecked();
  await tabTo(/^Le nom de la commune/);
  await page.keyboard.type("Albas");
  await tabTo(/^J’y vis toute l’année$/);
  await page.keyboard.press("Space");
  await tabTo(/^Continuer$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Étape 2 sur 4")).toBeVisible();
  await tabTo(/^Oui, certainement$/);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByLabel("Non, pas pour travailler")).toBeChecked();
  await tabTo(/^Continuer$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Étape 3 sur 3")).toBeVisible();
  await tabTo(/^Continuer$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", title)).toHaveText("Relire avant d’envoyer");
  await tabTo(/^Envoyer mes réponses$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", title)).toHaveText(/^Merci/);
});
