import { addDays, expect, signInAs, test, today } from "./support/test";

test.use({ javaScriptEnabled: false });

test("a visitor sees every space and a free place without JavaScript", async ({ page }) => {
  await page.goto("/");
  const list = page.getByRole("region", { name: /places? libres?/ });
  await expect(list.getByRole("heading", { level: 3 })).toHaveCount(6);
  await expect(list.getByRole("link", { name: /^Réserver à / }).first()).toBeVisible();
  await page.goto("/lieux");
  await expect(page.getByText("Télécentre de Figeac")).toBeVisible();
  await expect(page.getByText(/Source\s: .*2019/).first()).toBeVisible();
});

test("a newcomer signs in with the code of the mail, from another page than the booking", async ({
  page,
}) => {
  const email = `nouvelle-${Date.now()}@exemple.test`;
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page).toHaveURL(/\/connexion\/code/);
  const mailbox = await page.context().newPage();
  let code = "";
  await expect(async () => {
    await mailbox.goto("/demo/courriels");
    const mail = mailbox.getByRole("listitem").filter({ hasText: email });
    code =
      /\b(\d{3}) ?(\d{3})\b/
        .exec((await mail.textContent({ timeout: 2_000 })) ?? "")?.[0]
        .replace(" ", "") ?? "";
    expect(code).toMatch(/^\d{6}$/);
  }).toPass();
  await mailbox.close();
  await page.getByLabel("Code à six chiffres").fill("000000");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByText(/Ce code ne convient pas/)).toBeVisible();
  await page.getByLabel("Code à six chiffres").fill(code);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/mon-espace$/);
});

test("the link of the mail leads to a button, and the button signs in", async ({ page }) => {
  const email = `lien-${Date.now()}@exemple.test`;
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(page).toHaveURL(/\/connexion\/code/);
  let link = "";
  await expect(async () => {
    const mailbox = await page.context().newPage();
    await mailbox.goto("/demo/courriels");
    const mail = mailbox.getByRole("listitem").filter({ hasText: email });
    const text = (await mail.textContent({ timeout: 2_000 })) ?? "";
    await mailbox.close();
    link = /\/connexion\/lien\?\S+/.exec(text)?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass();
  await page.goto(link);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/mon-espace$/);
});

test("a member books and cancels without JavaScript; going back books nothing twice", async ({
  page,
}) => {
  const day = addDays(await today(page), 8);
  await signInAs(page, "member", `/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const booked = new URL(page.url()).pathname;
  await page.goBack();
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await page.getByRole("link", { name: "Voir la réservation que vous avez déjà" }).click();
  await expect(page).toHaveURL(booked);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
});

test("somebody whose session has ended signs in and comes back to what they were doing", async ({
  page,
}) => {
  const day = addDays(await today(page), 11);
  await signInAs(page, "host", `/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page).toHaveURL(/\/connexion\?suite=%2Fmon-espace%2Freservations%2F/);
  await page.getByRole("button", { name: "Entrer comme hôte" }).click();
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
});

test("a second booking at the same time is refused, with a way out", async ({ page }) => {
  const day = addDays(await today(page), 9);
  const address = `/reserver?lieu=faitout-prayssac&jour=${day}&moment=afternoon`;
  await signInAs(page, "admin", address);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await page.goto(address);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByText("Vous avez déjà une place à ce moment-là.")).toBeVisible();
  await page.getByRole("link", { name: "Voir la réservation que vous avez déjà" }).click();
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
});
