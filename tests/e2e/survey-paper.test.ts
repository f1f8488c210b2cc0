import type { Page } from "@playwright/test";
import { readPdf } from "../support/read-pdf";
import { tabTo } from "./support/keyboard";
import { goOn } from "./support/survey";
import { expect, type Role, signInAs, test } from "./support/test";

const title = { level: 1 } as const;

async function sheetAt(page: Page, name: string, asked = "") {
  const response = await page.request.get(`/enquete/papier/${name}${asked}`);
  expect(response.headers()["content-type"]).toBe("application/pdf");
  const pdf = await response.body();
  return { marked: pdf.toString("latin1").includes("/Marked true"), ...(await readPdf(pdf)) };
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the sheets are chosen by place, and are the questionnaire of the campaign, tagged, in both languages", async ({
    page,
  }) => {
    await page.goto("/enquete/papier");
    await page.getByLabel("Où il sera rendu").selectOption("puy-l-eveque");
    await page.getByRole("button", { name: "Préparer ces feuilles" }).click();
    await expect(page.getByRole("status")).toContainText("Puy-l’Évêque (mairie)");
    const link = page.getByRole("link", { name: "En français (Le questionnaire)" });
    await expect(link).toHaveAttribute("href", /src=puy-l-eveque/);
    for (const [asked, words, language] of [
      ["?langue=fr&src=puy-l-eveque", "Question 1. Quelle situation vous décrit le mieux", "fr"],
      ["?langue=en&src=puy-l-eveque&taille=grande", "Which situation best describes you", "en"],
    ] as const) {
      const sheet = await sheetAt(page, "questionnaire", asked);
      expect(sheet.marked).toBe(true);
      expect(sheet.info["Language"]).toBe(language);
      expect(sheet.text).toContain(words);
      expect(sheet.text).toContain(language === "fr" ? "sinon passez à" : "otherwise go to");
      for (const text of sheet.pageTexts)
        expect(text).toMatch(/version 1 .*demonstration .*puy-l-eveque/);
    }
  });

  test("a campaign is printed by its name, one that is none is not found", async ({ page }) => {
    const { text } = await sheetAt(page, "questionnaire", "?langue=fr&campagne=demonstration");
    expect(text).toContain("campagne demonstration");
    for (const address of ["/enquete/papier/questionnaire", "/enquete/papier"]) {
      const answer = await page.request.get(`${address}?campagne=nulle-part`);
      expect(answer.status(), address).toBe(404);
    }
  });

  test("the contact sheet bears nothing that ties it to answers", async ({ page }) => {
    const { text, marked } = await sheetAt(page, "contact", "?langue=fr&src=luzech");
    expect(marked).toBe(true);
    expect(text).toContain("Adresse électronique");
    expect(text).not.toMatch(/version|luzech|demonstration/i);
  });

  test("a poster has a code said in words and an address that names its place", async ({
    page,
  }) => {
    const { text, alts } = await sheetAt(page, "affiche", "?langue=fr&src=luzech");
    expect(text).toContain("/enquete?src=luzech");
    expect(alts.some((alt) => alt.startsWith("Code à photographier"))).toBe(true);
    for (const language of ["fr", "en"]) {
      const asked = `?langue=${language}&src=saint-vincent-rive-d-olt`;
      expect((await sheetAt(page, "affiche", asked)).pages).toBe(1);
    }
    const elsewhere = await sheetAt(page, "affiche", "?langue=fr&src=nulle-part");
    expect(elsewhere.text).toContain("/enquete?src=affiche");
  });

  test("a clerk enters a sheet with the keyboard alone, at 320 pixels, and the journal says so", async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const staff = await browser.newPage({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
    await signInAs(staff, "staff");
    await staff.goto("/pilotage/enquete/couverture");
    await expect(staff.getByRole("row", { name: /^Prayssac \d+ / })).toBeVisible();
    await expect(
      staff.getByText(/il manque \d+ réponses? pour atteindre la moyenne/).first(),
    ).toBeVisible();

    await page.setViewportSize({ width: 320, height: 700 });
    await signInAs(page, "member", "/mon-espace/organisations");
    await page.getByRole("link", { name: /Mairie de Luzech/ }).click();
    await page.getByRole("link", { name: "Saisir un questionnaire papier" }).click();
    await expect(page.getByText(/^Questionnaire version 1, campagne demonstration/)).toBeVisible();
    await expect(page.getByText(/^Luzech\s: \d+ réponses/)).toBeVisible();
    await tabTo(page, /a\. Indépendant/);
    await page.keyboard.press("ArrowUp");
    await tabTo(page, /^Le nom de la commune/);
    await page.keyboard.type("prayssac");
    await tabTo(page, /Enregistrer cette feuille/);
    await page.keyboard.press("Enter");
    // What makes it count is missing: said at its field, the rest kept.
    await expect(page.getByText(/réponses sont à revoir/)).toBeVisible();
    await expect(page.getByLabel("j. Retraité·e ou autre habitant·e")).toBeChecked();
    await expect(page.getByLabel(/^Le nom de la commune/).first()).toHaveValue("prayssac");
    await tabTo(page, /a\. Oui, certainement/);
    await page.keyboard.press("ArrowUp");
    await tabTo(page, /Enregistrer cette feuille/);
    await page.keyboard.press("Enter");
    // What the sheet left empty is asked once.
    await expect(page.getByText(/Une réponse manque ou ne va pas avec une autre/)).toBeVisible();
    await tabTo(page, /Ce qui est signalé ici/);
    await page.keyboard.press("Space");
    await tabTo(page, /Enregistrer cette feuille/);
    await page.keyboard.press("Enter");
    await expect(page.getByText("La feuille est enregistrée.")).toBeVisible();
    const code = new URL(page.url()).searchParams.get("recu") ?? "";
    await expect(page.getByText(code, { exact: true })).toBeVisible();
    // The gauge waits for its batch; the journal says at once that a sheet was entered, and not which.
    await staff.goto("/pilotage/journal?action=survey.sheet_entered");
    const said = staff.getByText("A saisi un questionnaire papier").filter({ visible: true });
    await expect(said.first()).toBeVisible();

    await page.goto(`/enquete/retirer?code=${code}`);
    await page.getByRole("button", { name: "Supprimer ces réponses" }).click();
    await expect(
      page.getByText("Ces réponses sont retirées : plus personne ne les lit."),
    ).toBeVisible();
    await staff.close();
  });

  test("a host enters step by step, as on the site, and has the receipt at the end", async ({
    page,
  }) => {
    await signInAs(page, "host", "/hote/faitout-luzech/enquete/saisie");
    await page.getByRole("link", { name: "Saisir pas à pas" }).click();
    await page.getByRole("button", { name: "Commencer" }).click();
    await page.getByLabel("Retraité·e ou autre habitant·e").check();
    await page.getByLabel(/^Le nom de la commune/).fill("Luzech");
    await goOn(page, "Étape 2 sur 4");
    await page.getByRole("radio", { name: "Non, pas pour travailler" }).check();
    // Once more: what holds one back is asked of whoever would not come.
    await goOn(page, /question.* de plus/);
    await goOn(page, "Étape 3 sur 3");
    await goOn(page, "Relire avant d’envoyer");
    await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await expect(page.getByRole("heading", title)).toHaveText(/^Merci/);
    await page.getByRole("link", { name: "Supprimer mes réponses" }).click();
    await page.getByRole("button", { name: "Supprimer ces réponses" }).click();
  });

  test("the texts to remind people with have the address of the commune and the last day", async ({
    page,
  }) => {
    await signInAs(page, "staff", "/pilotage/enquete/relance");
    await page.getByLabel("Pour", { exact: true }).selectOption("duravel");
    await page.getByRole("button", { name: "Voir ses textes" }).click();
    for (const [name, said] of [
      ["Bulletin municipal, En français", /Elle est ouverte jusqu’au/],
      ["Courriel, En anglais", /^Subject: .*\n\nHello,/],
    ] as const) {
      const text = page.getByLabel(name);
      await expect(text).toHaveValue(said);
      await expect(text).toHaveValue(/\/enquete\?src=duravel/);
      await expect(text).toHaveValue(/\d{1,2} [a-zé]+/i);
    }
  });
});

test("each door is open to its own people, to nobody else", async ({ page }) => {
  test.setTimeout(90_000);
  const doors: [address: string, open: Role[]][] = [
    ["/pilotage/enquete/saisie", ["staff", "admin"]],
    ["/pilotage/enquete/couverture", ["staff", "admin"]],
    ["/pilotage/enquete/relance", ["staff", "admin"]],
    ["/hote/faitout-luzech/enquete/saisie", ["host", "admin"]],
    ["/hote/le-pressoir/enquete/saisie", ["admin"]],
    ["/mon-espace/organisations/11111111-1111-4111-8111-111111111111/saisie", []],
  ];
  for (const role of ["member", "host", "staff", "admin"] as const) {
    await signInAs(page, role);
    for (const [address, open] of doors) {
      const status = (await page.request.get(address)).status();
      expect(status, `${role} at ${address}`).toBe(open.includes(role) ? 200 : 404);
    }
  }
});
