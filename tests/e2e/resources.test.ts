import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, expect, signInAs, test, today } from "./support/test";

test.use({ viewport: { width: 320, height: 800 } });

const list = "/hote/faitout-prayssac/postes";

async function expectNothingWider(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
}

/** Writes over what the field holds. */
async function typeIn(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Days in a native field are typed in the order of the browser's own language. */
async function fillDay(page: Page, name: RegExp, day: string): Promise<void> {
  await tabTo(page, name);
  await page.locator(":focus").fill(day);
}

test("with the keyboard: two units are added, one is changed, then leaves service once nobody has it", async ({
  page,
}) => {
  const day = addDays(await today(page), 41);
  await signInAs(page, "host");
  await page.goto("/hote/faitout-prayssac");
  await tabTo(page, /^Postes et salles$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(list);
  await expectNothingWider(page);
  await tabTo(page, /^Ajouter une place$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nouvelle place");
  await tabTo(page, /^Matériel$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/type=equipment/);
  await expectNothingWider(page);

  // What is wrong is said at its field, what was typed stays, and the part that holds it opens.
  await typeIn(page, /^Nom$/, "Vidéoprojecteur");
  await typeIn(page, /^Nombre d’unités$/, "2");
  await tabTo(page, /^Heures et battement/);
  await page.keyboard.press("Enter");
  await typeIn(page, /^Durée la plus courte/, "40");
  await tabTo(page, /^Délais et nombre/);
  await page.keyboard.press("Enter");
  await typeIn(page, /^Préavis avant le début$/, "2");
  await tabTo(page, /^Ajouter$/);
  await page.keyboard.press("Enter");
  const problem = "La durée la plus courte doit être un multiple du pas.";
  await expect(page.getByRole("link", { name: problem })).toBeVisible();
  await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Vidéoprojecteur");
  await expect(page.getByLabel("Préavis avant le début")).toHaveValue("2");
  await expect(page.getByLabel("Durée la plus courte")).toBeVisible();
  await expect(page.getByLabel("Durée la plus courte")).toHaveAttribute("aria-invalid", "true");
  await expectNothingWider(page);
  await typeIn(page, /^Durée la plus courte/, "60");
  await tabTo(page, /^Ajouter$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2 unités sont ajoutées/)).toBeVisible();
  await expect(page.getByText("Conditions, les mêmes pour ces 2 places")).toBeVisible();
  await expect(page.getByText("au plus tard 2 heures avant le début")).toBeVisible();

  await tabTo(page, /^Vidéoprojecteur 2$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vidéoprojecteur 2");
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await tabTo(page, /^Accord de l’hôte Sur demande/);
  await page.keyboard.press("Space");
  await tabTo(page, /^Enregistrer$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^C’est enregistré\./)).toBeVisible();
  await expect(page.getByText("sur demande, l’hôte répond")).toBeVisible();

  await page.goto(`/hote/faitout-prayssac/creneau?poste=${id}&jour=${day}&moment=morning`);
  await expect(page.getByRole("link", { name: "Fermer ce créneau" })).toHaveAttribute(
    "href",
    new RegExp(`quoi=${id}`),
  );
  await page.getByLabel("Son nom").fill("Jeanne Bessières");
  await page.getByRole("button", { name: "Réserver pour cette personne" }).click();
  await expect(page.getByText(/Jeanne Bessières/).first()).toBeVisible();

  await page.goto(`${list}/${id}`);
  await tabTo(page, /^Mise en service/);
  await page.keyboard.press("Enter");
  await fillDay(page, /^Retirée à partir du$/, day);
  await tabTo(page, /^Enregistrer$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^1 réservation est prévue le .* sur cette place/)).toBeVisible();
  await expect(page.getByLabel("Retirée à partir du")).toHaveValue(day);
  await tabTo(page, /^Voir qui est touché, et fermer le /);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "1 réservation est touchée" })).toBeVisible();
  await expect(page.getByLabel("Quoi")).toHaveValue(id);
  await page.getByRole("textbox", { name: "Motif" }).fill("Prêté à l’école");
  await page.getByRole("radio", { name: /^Annuler Avec le motif/ }).check();
  await page.getByRole("button", { name: "Fermer et prévenir 1 personne" }).click();
  await expect(page.getByText(/^C’est fermé/)).toBeVisible();

  await page.goto(`${list}/${id}`);
  await tabTo(page, /^Mise en service/);
  await page.keyboard.press("Enter");
  await fillDay(page, /^Retirée à partir du$/, day);
  await tabTo(page, /^Enregistrer$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^C’est enregistré\./)).toBeVisible();
  await expect(page.getByText(/en service jusqu’au .* inclus/)).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a room is made of two others, and what was typed comes back after a refusal", async ({
    page,
  }) => {
    const add = "/hote/le-pressoir/postes/nouveau?type=room";
    await signInAs(page, "admin", add);
    for (const name of ["Salle du haut", "Salle du bas"]) {
      await page.goto(add);
      await page.getByLabel("Nom", { exact: true }).fill(name);
      await page.getByRole("button", { name: "Ajouter" }).click();
      await expect(page.getByText(/^C’est ajouté/)).toBeVisible();
    }
    await page.goto(add);
    await page.getByLabel("Nom", { exact: true }).fill("salle du BAS");
    await page.getByLabel("Personnes", { exact: true }).fill("20");
    await page.getByLabel("À l’heure").uncheck();
    await page.getByText("Faite d’autres places").click();
    await page.getByLabel("Salle du haut").check();
    await page.getByLabel("Salle du bas").check();
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(page.getByText(/^Une autre place de ce lieu porte déjà ce nom/)).toBeVisible();
    await expect(page.getByLabel("Personnes", { exact: true })).toHaveValue("20");
    await expect(page.getByLabel("À l’heure")).not.toBeChecked();
    await page.getByLabel("Nom", { exact: true }).fill("Grande salle");
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(page.getByText(/^C’est ajouté/)).toBeVisible();
    await expect(
      page.getByText("20 personnes · partage sa place avec Salle du haut, Salle du bas"),
    ).toBeVisible();
  });
});
