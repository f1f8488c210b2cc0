import type { Locator, Page } from "@playwright/test";
import { goOn } from "./support/survey";
import { addDays, expect, signInAs, test, today } from "./support/test";

const survey = "/pilotage/enquete/questionnaire/enquete-preparatoire-coworking-vallee-du-lot";

/** As somebody without a mouse does: the focus goes there, then the key. */
async function press(control: Locator, key = "Enter"): Promise<void> {
  await control.focus();
  await control.press(key);
}

async function isNoWiderThanTheScreen(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
}

test.describe.configure({ mode: "serial" });

test.describe("at 320 pixels, by the keyboard", () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test("staff reword a question, add an answer, mend what the checker finds, and ask it in a new campaign", async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await signInAs(page, "staff", `${survey}/1/question/interet`);
    await expect(page.getByText(/elle ne change plus\. Votre première modification/)).toBeVisible();
    const preview = page.getByRole("complementary", { name: "Tel que la question sera posée" });

    const label = page.getByLabel("Question en français");
    await label.fill("Viendriez-vous y travailler\u202f?");
    await expect(preview.getByText("Viendriez-vous y travailler\u202f?")).toBeVisible();
    await press(label);
    await expect(page.getByText("C’est enregistré dans la version 2.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Viendriez-vous y travailler\u202f?",
    );

    const answers = page.getByRole("region", { name: "Réponses proposées" });
    await answers.getByLabel("En français", { exact: true }).fill("Seulement l’été");
    await answers.getByLabel("En anglais", { exact: true }).fill("In summer only");
    await expect(preview.getByLabel("Seulement l’été")).toBeVisible();
    await press(answers.getByRole("button", { name: "Enregistrer les réponses" }));
    await expect(preview.getByLabel("In summer only")).toBeVisible();
    await expect(answers.getByLabel("5. En anglais")).toHaveValue("In summer only");
    await isNoWiderThanTheScreen(page);

    await page.goto(`${survey}/2`);
    await expect(page.getByText("Tous les chemins mènent au bout.")).toBeVisible();
    await expect(page.getByText(/Seulement l’été.*n’a pas le chiffre/)).toBeVisible();
    await press(page.getByRole("button", { name: /^Monter\s: .*moyen de transport/ }));
    const travel = page
      .getByRole("listitem")
      .filter({ hasText: /moyen de transport/ })
      .last();
    await expect(travel.getByText(/qui est posée après/)).toBeVisible();
    await isNoWiderThanTheScreen(page);

    const first = addDays(await today(page), 400);
    const last = addDays(first, 90);
    await page.goto("/pilotage/enquete/nouvelle");
    await page.getByLabel("Premier jour").fill(first);
    await page.getByLabel("Dernier jour, inclus").fill(last);
    await page.getByLabel("Questionnaire").selectOption(`${survey.split("/").at(-1)} 2`);
    await press(page.getByRole("button", { name: "Créer le brouillon" }));
    await expect(page.getByText("Brouillon", { exact: true })).toBeVisible();
    const ready = page.getByRole("button", { name: "Rendre la campagne prête" });
    await press(ready);
    await expect(page.getByText(/Le questionnaire a des défauts/)).toBeVisible();
    const campaign = page.url();

    await page.goto(`${survey}/2`);
    await press(page.getByRole("button", { name: /^Descendre\s: .*moyen de transport/ }));
    await expect(page.getByText("Tous les chemins mènent au bout.")).toBeVisible();
    await page.goto(campaign);
    await press(ready);
    await expect(page.getByText("Prête, pas encore ouverte")).toBeVisible();
    await isNoWiderThanTheScreen(page);

    // Whoever is asked now is asked what they were asked before.
    await page.goto(`${survey}/1/question/interet`);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Viendriez-vous/);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a group is reworded, a language left out is asked for, and the edit is undone", async ({
    page,
  }) => {
    await signInAs(page, "staff", `${survey}/2/groupe/vous`);
    await page.getByLabel("Titre en français").fill("Vous et votre commune");
    await page.getByLabel("Titre en anglais").fill("");
    await page.getByRole("button", { name: "Enregistrer le groupe" }).click();
    await expect(page.getByText("Remplissez ce champ pour continuer.").first()).toBeVisible();
    await expect(page.getByLabel("Titre en français")).toHaveValue("Vous et votre commune");
    await page.getByLabel("Titre en anglais").fill("You and your commune");
    await page.getByRole("button", { name: "Enregistrer le groupe" }).click();
    await expect(page.getByText("C’est enregistré dans la version 3.")).toBeVisible();
    await page.goto(`${survey}/3`);
    await page
      .getByRole("button", { name: /Revenir à avant.*A réécrit le titre d’un groupe/ })
      .click();
    await expect(page.getByRole("heading", { name: "Vous", exact: true })).toBeVisible();
  });

  test("a condition is added by its lines, written as text, and one that does not read is kept to mend", async ({
    page,
  }) => {
    await signInAs(page, "staff", `${survey}/3/question/commentaire`);
    await page.getByLabel("Ajouter une condition sur").selectOption("profil");
    await page.getByRole("button", { name: "Choisir cette question" }).click();
    await page.getByLabel("Responsable, salarié·e ou bénévole d’une association").check();
    await page.getByRole("button", { name: "Ajouter cette condition" }).click();
    await expect(page.getByText(/^la réponse à .* est Responsable/)).toBeVisible();
    await page.getByText("Écrire la condition en texte").click();
    await page.getByLabel("Condition", { exact: true }).fill('{"q":"profil"}');
    await page.getByRole("button", { name: "Enregistrer la condition" }).click();
    await expect(page.getByText(/Cette condition ne se lit pas/).first()).toBeVisible();
    await expect(page.getByLabel("Condition", { exact: true })).toHaveValue('{"q":"profil"}');
  });

  test("a campaign is told what differs, then moves to a version of the same meaning and is previewed in its own texts", async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await signInAs(page, "staff", "/pilotage/enquete");
    await page
      .getByRole("listitem")
      .filter({ hasText: "version 2 du questionnaire" })
      .getByRole("link", { name: "Réglages" })
      .click();
    const campaign = page.url();
    const amend = page.getByRole("region", { name: "Corriger ce qui est demandé" });
    await expect(amend.getByText(/La version 3 ne peut pas la remplacer/)).toHaveText(
      /La question «.*» n’est plus posée dans les mêmes cas/,
    );
    const move = amend.getByRole("button", { name: "Passer à la version 3" });
    await expect(move).toHaveCount(0);

    await page.goto(`${survey}/3`);
    await page.getByRole("button", { name: /Revenir à avant.*A ajouté une condition/ }).click();
    await expect(page.getByText("Tous les chemins mènent au bout.")).toBeVisible();
    await page.goto(`${survey}/3/question/interet`);
    await page.getByLabel("Question en français").fill("Y viendriez-vous travailler\u202f?");
    await press(page.getByRole("button", { name: "Enregistrer la question" }));
    await expect(page.getByText("C’est enregistré dans la version 3.")).toBeVisible();

    await page.goto(campaign);
    const words = amend.getByRole("list", { name: "Mots qui changent" });
    await expect(words.getByText("Y viendriez-vous travailler\u202f?")).toBeVisible();
    await press(move);
    await expect(amend.getByText("Remplissez ce champ pour continuer.").first()).toBeVisible();
    await amend.getByLabel(/^J’ai lu ces changements/).check();
    await press(move);
    await expect(page.getByText("C’est enregistré.", { exact: true })).toBeVisible();
    await expect(page.getByText(/version 3 du questionnaire/)).toBeVisible();
    await expect(amend).toHaveCount(0);

    const lead = page.getByRole("group", { name: "Sous le titre" });
    await lead.getByLabel("En français").fill("Pour des lieux où travailler près de chez vous.");
    await lead.getByLabel("En anglais").fill("For places to work near home.");
    await page.getByRole("button", { name: "Enregistrer les textes" }).click();
    await page.getByRole("link", { name: "Aperçu", exact: true }).click();
    await expect(page.getByText("Pour des lieux où travailler près de chez vous.")).toBeVisible();
    await expect(page.getByText(/^Avec les textes de la campagne du/)).toBeVisible();
  });

  test("a preview is walked to its end, judged as the survey is, and stores nothing", async ({
    page,
  }) => {
    await signInAs(page, "staff", `${survey}/1/apercu`);
    await page.getByRole("link", { name: "Commencer l’aperçu" }).click();
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByText(/réponses sont à revoir/)).toBeVisible();
    await page.getByLabel("Retraité·e ou autre habitant·e").check();
    await page.getByLabel(/^Le nom de la commune/).fill("luzech");
    await page.getByLabel("J’y vis toute l’année").check();
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByText("Étape 2 sur 4")).toBeVisible();
    await page.getByRole("radio", { name: "Non, pas pour travailler" }).check();
    await goOn(page, "Étape 2 sur 3");
    await goOn(page, "Étape 3 sur 3");
    await goOn(page, "Fin de l’aperçu");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Fin de l’aperçu");
    await expect(page.getByText("Luzech", { exact: true })).toBeVisible();
  });

  test("a partner is let in by its origin alone, and taken off", async ({ page }) => {
    await signInAs(page, "staff", "/pilotage/enquete");
    await page.getByRole("link", { name: "Réglages" }).first().click();
    await page.getByLabel("Nom", { exact: true }).fill("Mairie d’Albas");
    await page.getByLabel("Adresse du site").fill("https://albas.example/accueil");
    await page.getByLabel("Code", { exact: true }).fill("albas");
    await page.getByRole("button", { name: "Ajouter ce site" }).click();
    await expect(page.getByText(/Écrivez l’adresse du site seule/).first()).toBeVisible();
    await page.getByLabel("Adresse du site").fill("https://albas.example");
    await page.getByRole("button", { name: "Ajouter ce site" }).click();
    await page.getByRole("button", { name: "Retirer Mairie d’Albas" }).click();
    await expect(page.getByText("https://albas.example")).toHaveCount(0);
  });
});

test("members and hosts find none of these pages", async ({ page }) => {
  for (const role of ["member", "host"] as const) {
    await signInAs(page, role);
    for (const address of [`${survey}/1`, `${survey}/1/apercu`, "/pilotage/enquete/nouvelle"]) {
      expect((await page.request.get(address)).status(), `${role} ${address}`).toBe(404);
    }
  }
});
