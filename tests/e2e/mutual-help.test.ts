import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { anAddress, expect, signInAs, signInByCode, test } from "./support/test";

test.use({ viewport: { width: 320, height: 800 } });

/** A title no other journey writes. */
const aTitle = () => `Qui aurait un escabeau ${Math.random().toString(36).slice(2, 9)} ?`;

async function follow(page: Page, name: RegExp, address: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
  await page.waitForURL(address);
}

async function write(page: Page, field: RegExp, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Tabs to the fold of the report that holds these words: another one may stand before it. */
async function tabToFoldOf(page: Page, words: string): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await tabTo(page, /^Retirer l’annonce$/);
    const isOfIt = await page.evaluate(
      (text) => document.activeElement?.closest("li")?.textContent?.includes(text) ?? false,
      words,
    );
    if (isOfIt) return;
  }
  throw new Error(`no report holds ${words}`);
}

const status = (page: Page) => page.getByRole("status").filter({ hasText: /\S/ }).first();

test("a need is answered, talked over, reported and withdrawn, by keyboard at 320 pixels", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const [author, title] = [anAddress(), aTitle()];
  await signInByCode(page, author, "/annonces/nouvelle");
  await write(page, /En une phrase/, title);
  await write(page, /Précisions/, "Pour repeindre la salle, deux jours.");
  await write(page, /^Où/, "Faitout");
  await press(page, /^Publier l’annonce$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(status(page)).toHaveText("Votre annonce est en ligne.");

  // Somebody else finds it by a word of it, and answers without seeing an address.
  await signInAs(page, "member", "/annonces");
  await write(page, /De quoi avez-vous besoin/, title.split(" ").at(-2) ?? "");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  await follow(page, /^Qui aurait un escabeau/, /\/annonces\/[\w-]+$/);
  const ad = new URL(page.url()).pathname;
  await expect(page.locator("main")).not.toContainText("@");
  await follow(page, /^Répondre$/, /\/messages\/nouveau/);
  await write(page, /Votre message/, "J’en ai un, à Luzech.");
  await press(page, /^Envoyer$/);
  await expect(status(page)).toHaveText("Message envoyé.");
  await expect(page.locator(".thread")).toContainText("J’en ai un, à Luzech.");

  // The author is told, reads and gives their address, because they want to.
  await signInByCode(page, author, "/messages");
  await expect(page.getByText("1 non lu", { exact: true })).toBeVisible();
  await follow(page, /^Maëlle Rives$/, /\/messages\/[\w-]+$/);
  await expect(page.locator(".thread")).not.toContainText("@");
  await write(page, /Votre réponse/, "Parfait, je passe demain.");
  await tabTo(page, /Donner mon adresse/);
  await page.keyboard.press("Space");
  await press(page, /^Envoyer$/);
  await expect(status(page)).toHaveText("Message envoyé.");
  await page.goto("/messages");
  await expect(page.getByText("non lu")).toHaveCount(0);

  await signInAs(page, "member", "/messages");
  await page.getByRole("link", { name: "Membre", exact: true }).first().click();
  await expect(page.locator(".thread")).toContainText(`Son adresse : ${author}`);

  // It turns out to be no need at all: the host of the place is told, and withdraws it.
  await page.goto(ad);
  await follow(page, /^Signaler cette annonce$/, /\/signaler/);
  await tabTo(page, /Que se passe-t-il/);
  await page.keyboard.press("Space");
  await press(page, /^Envoyer le signalement$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Merci, c’est transmis");

  await signInAs(page, "host", "/hote/faitout-luzech");
  await follow(page, /^Signalements \(\d+ à traiter\)$/, /\/signalements$/);
  await tabToFoldOf(page, title);
  await page.keyboard.press("Enter");
  await write(page, /Motif, lu par la personne concernée/, "Ce n’est pas de l’entraide.");
  await press(page, /^Retirer et prévenir/);
  await expect(status(page)).toHaveText(/^C’est masqué/);

  await signInAs(page, "member", "/mon-espace");
  expect((await page.goto(ad))?.status()).toBe(404);
  await signInByCode(page, author, ad);
  await expect(page.locator("main")).toContainText("Motif : « Ce n’est pas de l’entraide. »");
  await page.goto("/demo/courriels");
  const told = page.getByRole("listitem").filter({ hasText: author });
  await expect(told.filter({ hasText: "Votre annonce a été retirée" })).toHaveCount(1);
  const message = told.filter({ hasText: "Message de Maëlle Rives" });
  await expect(message).toHaveCount(1);
  await expect(message).not.toContainText("membre@demo.test");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an ad is posted, closed and shown again; a conversation is had, stopped and resumed", async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const [author, title] = [anAddress(), aTitle()];
    await signInByCode(page, author, "/annonces/nouvelle");
    await page.getByRole("button", { name: "Publier l’annonce" }).click();
    await expect(page.getByText("Remplissez ce champ pour continuer.").first()).toBeVisible();
    await page.getByLabel("En une phrase").fill(title);
    await page.getByLabel("Précisions").fill("Deux jours.");
    await page.getByLabel("Visible jusqu’au").fill("2020-01-01");
    await page.getByRole("button", { name: "Publier l’annonce" }).click();
    await expect(page.getByText(/^Ce jour est passé/)).toBeVisible();
    await expect(page.getByLabel("En une phrase")).toHaveValue(title);
    await page.goto("/annonces/nouvelle");
    await page.getByLabel("En une phrase").fill(title);
    await page.getByLabel("Précisions").fill("Deux jours.");
    await page.getByRole("button", { name: "Publier l’annonce" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    const ad = new URL(page.url()).pathname;

    await signInAs(page, "host", ad);
    await page.getByRole("link", { name: "Répondre" }).click();
    await page.getByLabel("Votre message").fill("Je peux vous le prêter.");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await expect(page.locator(".thread")).toContainText("Je peux vous le prêter.");
    const thread = new URL(page.url()).pathname;

    await signInByCode(page, author, thread);
    await page.getByRole("button", { name: "Arrêter cet échange" }).click();
    await expect(page.getByText(/^Vous avez arrêté cet échange/)).toBeVisible();
    await signInAs(page, "host", thread);
    await expect(page.getByText(/^Cet échange est arrêté/)).toBeVisible();
    await expect(page.getByLabel("Votre réponse")).toHaveCount(0);
    await signInByCode(page, author, thread);
    await page.getByRole("button", { name: "Reprendre l’échange" }).click();
    await page.getByLabel("Votre réponse").fill("Merci !");
    await page.getByRole("button", { name: "Envoyer" }).click();
    await expect(page.locator(".thread")).toContainText("Merci !");

    await page.goto("/mon-espace/annonces");
    await page.getByRole("button", { name: `C’est trouvé, arrêter « ${title} »` }).click();
    await expect(status(page)).toHaveText(/^L’annonce est arrêtée/);
    await page.getByRole("button", { name: `Remettre en ligne « ${title} »` }).click();
    await expect(status(page)).toHaveText(/^L’annonce est de nouveau en ligne/);
  });
});

test("a visitor learns how it works and how many ads there are, of nobody anything", async ({
  page,
}) => {
  await page.goto("/annonces");
  await expect(page.getByText(/\d+ annonces sont ouvertes aujourd’hui/)).toBeVisible();
  await expect(page.locator("main")).not.toContainText("Bessières");
  await page.getByRole("link", { name: "Se connecter pour les lire" }).click();
  await expect(page).toHaveURL(/\/connexion\?suite=%2Fannonces$/);
});

test("somebody else's conversation, report and ad to change are found by nobody", async ({
  page,
}) => {
  await signInAs(page, "member", "/messages");
  await page.getByRole("link", { name: /^Owen/ }).click();
  await page.waitForURL(/\/messages\/[\w-]+$/);
  const thread = new URL(page.url()).pathname;
  const message = await page.getByRole("link", { name: /^Signaler ce message/ }).first();
  const report = (await message.getAttribute("href")) ?? "";
  for (const role of ["host", "staff", "admin"] as const) {
    await signInAs(page, role);
    for (const address of [thread, report, `${thread}?_rsc=x`]) {
      expect((await page.request.get(address)).status(), `${role} ${address}`).toBe(404);
    }
    const rsc = await page.request.get(thread, { headers: { rsc: "1" } });
    expect(await rsc.text(), role).not.toContain("facturé");
  }
  await signInAs(page, "member", "/mon-espace");
  for (const address of ["/hote/faitout-luzech/signalements", "/pilotage/signalements"]) {
    expect((await page.request.get(address)).status(), address).toBe(404);
  }
});
