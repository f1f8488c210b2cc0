import { anAddress, expect, signInAs, signInByCode, test } from "./support/test";

test.use({ viewport: { width: 390, height: 844 } });

test("an insult is told of and hidden, whoever wrote it blocked from the conversation, and all of it undone", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const mark = Math.random().toString(36).slice(2, 9);
  const [author, title, insult] = [anAddress(), `Cherche luth ${mark}`, `Vous m’agacez ${mark}`];
  await signInByCode(page, author, "/annonces/nouvelle");
  await page.getByLabel("En une phrase").fill(title);
  await page.getByLabel("Précisions").fill("Pour un dimanche.");
  await page.getByRole("button", { name: "Publier l’annonce" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const ad = new URL(page.url()).pathname;

  await signInAs(page, "member", ad);
  await expect(page.getByRole("heading", { name: "Signaler, bloquer" })).toBeVisible();
  await page.getByRole("link", { name: "Répondre", exact: true }).click();
  await page.getByLabel("Votre message").fill(insult);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(page.locator(".thread")).toContainText(insult);
  const thread = new URL(page.url()).pathname;

  await signInByCode(page, author, thread);
  await page.getByRole("link", { name: /^Signaler ce message/ }).click();
  const told = page.url();
  await page.getByLabel(/Insulte, menace/).check();
  await page.getByRole("button", { name: "Envoyer le signalement" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Merci, c’est transmis");

  await page.goto(thread);
  await page.getByText("Bloquer Maëlle Rives").click();
  await page.getByRole("button", { name: "Oui, bloquer" }).click();
  await expect(page.getByText(/Vous ne voyez plus Maëlle Rives/)).toBeVisible();
  expect((await page.goto(thread))?.status()).toBe(404);
  // What one was sent may still be told of.
  expect((await page.goto(told))?.status()).toBe(200);
  await page.goto("/mon-espace/profil");
  await page.getByRole("button", { name: /^Débloquer Maëlle Rives/ }).click();
  await expect(page.getByText(/C’est débloqué/)).toBeVisible();

  await signInAs(page, "staff", "/pilotage/signalements");
  const report = page.getByRole("listitem").filter({ hasText: insult }).first();
  await report.getByText("Masquer le message", { exact: true }).click();
  await report.getByLabel("Motif, lu par la personne concernée").fill("On reste courtois.");
  await report.getByRole("button", { name: /^Masquer et prévenir/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "C’est masqué" })).toBeVisible();

  await signInByCode(page, author, thread);
  await expect(page.locator("main")).not.toContainText(insult);
  await signInAs(page, "member", thread);
  await expect(page.locator(".thread")).toContainText("Masqué par la modération");
  await expect(page.locator(".thread")).toContainText("On reste courtois.");

  await signInAs(page, "staff", "/pilotage/signalements");
  const handled = page.getByRole("listitem").filter({ hasText: insult }).first();
  await handled.getByRole("button", { name: /^Annuler/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "annulée" })).toBeVisible();
  await signInByCode(page, author, thread);
  await expect(page.locator(".thread")).toContainText(insult);
});
