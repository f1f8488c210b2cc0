import type { Page } from "@playwright/test";
import { addDays, expect, signInAs, test, today } from "./support/test";

test.use({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false });

/** Of the space with a room, on days no other journey comes near. */
const base = "/hote/faitout-luzech/evenements";

/** Far enough for nobody else to be there, near enough for a series to begin, another day at each run. */
async function aDay(page: Page): Promise<string> {
  return addDays(await today(page), 200 + (Date.now() % 140));
}

async function write(page: Page, title: string, day: string): Promise<void> {
  await page.getByLabel("Titre", { exact: true }).fill(title);
  await page.getByLabel("En une phrase").fill("Pour essayer ensemble.");
  await page.getByLabel("Description").fill("On apporte ce que l’on a.");
  await page.getByLabel("Jour", { exact: true }).fill(day);
  await page.getByLabel("Nombre de places").fill("4");
  const room = page
    .locator("#resourceId option")
    .filter({ hasText: /^Salle/ })
    .first();
  await page.getByLabel("Salle", { exact: true }).selectOption(await room.getAttribute("value"));
}

test("a host keeps a draft, reads it, announces it, changes it and cancels it", async ({
  page,
}) => {
  const day = await aDay(page);
  await signInAs(page, "host", "/hote/faitout-luzech");
  const title = `Atelier d’essai ${Date.now()}`;
  await page.locator(".host-tools").getByRole("link", { name: "Événements", exact: true }).click();
  await page.getByRole("link", { name: "Nouvel événement" }).first().click();
  await write(page, title, day);
  await page.getByLabel("Nombre de places").fill("");
  await page.getByRole("button", { name: "Garder en brouillon" }).click();
  await expect(page.locator("#capacity-error")).toBeVisible();
  await expect(page.getByLabel("Titre", { exact: true })).toHaveValue(title);
  await page.getByLabel("Nombre de places").fill("4");
  await page.getByRole("button", { name: "Garder en brouillon" }).click();
  await expect(page.getByText("Le brouillon est gardé.")).toBeVisible();
  await page.getByRole("button", { name: "Annoncer l’événement" }).click();
  await expect(page.getByText("C’est annoncé.")).toBeVisible();
  // From the week, one link leads to the event.
  await page.goto(`/hote/faitout-luzech/semaine?du=${day}`);
  await page.getByRole("link", { name: `Ouvrir l’événement ${title}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.goto(`/hote/faitout-luzech?jour=${day}&vue=liste`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByText("Cette salle est tenue par un événement")).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`Modifier l’événement.*${title}`) }).click();
  await page.getByLabel("De", { exact: true }).fill("15:00");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
  await page.getByLabel("Raison").fill("Essai terminé.");
  await page.getByRole("button", { name: "Annuler l’événement" }).click();
  await expect(page.getByText("C’est annulé.")).toBeVisible();
});

test("an event comes again on the days ticked, and its dates show whether the room is free", async ({
  page,
}) => {
  const day = await aDay(page);
  await signInAs(page, "host", `${base}/nouveau`);
  await write(page, `Rendez-vous d’essai ${Date.now()}`, day);
  await page.getByRole("button", { name: "Garder en brouillon" }).click();
  await page.getByRole("link", { name: "Répéter cet événement" }).click();
  await page.getByLabel("Rythme").selectOption("weekly");
  await page.getByLabel("Jusqu’au, inclus").fill(addDays(day, 21));
  await page.getByRole("button", { name: "Voir les dates" }).click();
  await expect(page.getByRole("heading", { name: /3 dates libres sur 3/ })).toBeVisible();
  await page.getByRole("checkbox").first().uncheck();
  await page.getByRole("button", { name: "Créer les dates cochées" }).click();
  await expect(page.getByText("2 dates sont créées.")).toBeVisible();
  await expect(page.getByText("À cette date et à celles qui suivent").first()).toBeVisible();
});

test("a cancelled event whose room is taken opens again in the evening, past midnight", async ({
  page,
}) => {
  const day = await aDay(page);
  await signInAs(page, "host", `${base}/nouveau`);
  const announce = async (called: string) => {
    await page.goto(`${base}/nouveau`);
    await write(page, called, day);
    await page.getByRole("button", { name: "Annoncer l’événement" }).click();
    await expect(page.getByText("C’est annoncé.")).toBeVisible();
  };
  const [title, other] = [`Causerie d’essai ${Date.now()}`, `Autre essai ${Date.now()}`];
  await announce(title);
  await page.getByRole("link", { name: title }).first().click();
  const address = page.url();
  await page.getByRole("button", { name: "Annuler l’événement" }).click();
  await expect(page.getByText("C’est annulé.")).toBeVisible();
  await announce(other);
  await page.goto(address);
  await page.getByRole("button", { name: "Rétablir l’événement" }).click();
  await expect(page.getByText("La salle est prise à ce moment-là.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Choisir un autre moment" })).toBeVisible();
  await page.getByLabel("De", { exact: true }).fill("21:00");
  await page.getByLabel("À", { exact: true }).first().fill("00:30");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("L’événement reste annulé")).toBeVisible();
  await page.getByRole("button", { name: "Rétablir l’événement" }).click();
  await expect(page.getByText("L’événement est de nouveau annoncé.")).toBeVisible();
  await page.getByRole("link", { name: "Voir la page" }).click();
  await expect(page.getByText(/21\sh\s– 0\sh\s30/).first()).toBeVisible();
});

test("a member proposes an event, a host reads it and says why not", async ({ page }) => {
  const day = await aDay(page);
  await signInAs(page, "member", "/evenements/proposer");
  await page
    .getByRole("main")
    .getByRole("link", { name: /Luzech/ })
    .click();
  const title = `Proposition d’essai ${Date.now()}`;
  await write(page, title, day);
  await page.getByRole("button", { name: "Envoyer la proposition" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await signInAs(page, "host", base);
  await page.getByRole("link", { name: title }).click();
  await page.getByLabel("Raison").fill("La salle est en travaux.");
  await page.getByRole("button", { name: "Refuser la proposition" }).click();
  await expect(page.getByText("La réponse est envoyée")).toBeVisible();
});

test("a member who is asked to lead an event says yes, is then named, and takes themselves off", async ({
  page,
}) => {
  await signInAs(page, "member");
  await page.getByRole("link", { name: "Répondre", exact: true }).click();
  const title = "Ranger les photos de son téléphone";
  await page.getByRole("button", { name: `Accepter d’animer ${title}` }).click();
  await expect(page.getByText(/votre nom est sur la page/).first()).toBeVisible();
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { name: "Maëlle Rives" })).toBeVisible();
  await page.goto("/mon-espace/evenements");
  await page.getByRole("button", { name: `Me retirer de ${title}` }).click();
  await expect(page.getByText(/votre nom n’est pas sur la page/)).toBeVisible();
  await expect(page.getByRole("button", { name: `Me retirer de ${title}` })).toHaveCount(0);
});
