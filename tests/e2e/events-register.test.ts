import type { Page } from "@playwright/test";
import { faultsOf } from "./support/axe";
import { anAddress, expect, signInAs, signInByCode, test } from "./support/test";

test.use({ javaScriptEnabled: false });

/** Two seats are left of the first, none of the second. */
const title = "Répondre à un marché public quand on est seul";
const fullTitle = "Ranger les photos de son téléphone";

/** An event to come, found in the agenda by its title. */
async function find(page: Page, name: string) {
  await page.goto(`/evenements?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

/** The link of the last mail to that address that leads to a registration. */
async function linkOf(page: Page, email: string): Promise<string> {
  let link = "";
  await expect(async () => {
    await page.goto("/demo/courriels");
    const mail = page.getByRole("listitem").filter({ hasText: email }).first();
    const text = (await mail.textContent({ timeout: 2_000 })) ?? "";
    link = /\/evenements\/inscription\/[\w.-]+/.exec(text)?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass();
  return link;
}

test("without JavaScript a visitor finds an event, registers two people, gives one seat back, then the other", async ({
  page,
}) => {
  const email = anAddress();
  const people = page.getByLabel("Nombre de personnes, vous compris");
  const send = page.getByRole("button", { name: "S’inscrire" });
  await find(page, title);
  await page.getByRole("link", { name: "S’inscrire" }).first().click();
  // Nothing filled in: each field says so, what was chosen stays.
  await people.selectOption("4");
  await send.click();
  await expect(page.getByText("Remplissez ce champ pour continuer.").first()).toBeVisible();
  await expect(people).toHaveValue("4");
  // More than the two seats left: how many there are is said, and the line is offered.
  await page.getByLabel("Nom", { exact: true }).fill("Alix Roux");
  await page.getByLabel("Adresse électronique").fill(email);
  await send.click();
  await expect(page.getByText(/Il y a 2 places possibles/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Attendre que les places/ })).toBeVisible();
  await expect(page.getByLabel("Nom", { exact: true })).toHaveValue("Alix Roux");
  await people.selectOption("2");
  await send.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/votre place est gardée/);

  await page.goto(await linkOf(page, email));
  await expect(page.getByText("2 places sont gardées pour vous.")).toBeVisible();
  await page.getByRole("button", { name: "Personne 2 ne vient pas" }).click();
  await expect(page.getByText("Une place est gardée pour vous.")).toBeVisible();
  await page.getByRole("button", { name: "Annuler toute l’inscription" }).click();
  await expect(page.getByText("Cette inscription est annulée.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Me réinscrire" })).toBeVisible();
});

test("of a full event one joins the waiting list, reads one’s turn, and leaves it", async ({
  page,
}) => {
  const email = anAddress();
  await find(page, fullTitle);
  await page.getByRole("link", { name: "Rejoindre la liste d’attente" }).first().click();
  await page.getByLabel("Nom", { exact: true }).fill("Noé Vidal");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByRole("button", { name: "Rejoindre la liste d’attente" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Vous êtes sur la liste d’attente",
  );
  await page.goto(await linkOf(page, email));
  await expect(page.getByText(/Vous attendez une place/)).toBeVisible();
  await page.getByRole("button", { name: "Quitter la liste d’attente" }).click();
  await expect(page.getByText("Cette inscription est annulée.")).toBeVisible();
});

test.describe("with a script", () => {
  test.use({ javaScriptEnabled: true });

  /** Nothing that axe finds, nothing wider than the screen. */
  async function holds(page: Page) {
    const path = new URL(page.url()).pathname;
    expect([path, await faultsOf(page)]).toEqual([path, []]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([path, width]).toEqual([path, 320]);
  }

  test("the form, the page of a registration and the hosts’ list hold to the rules on 320 px, in the dark", async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 700 });
    await find(page, title);
    const address = new URL(page.url()).pathname;
    await signInByCode(page, anAddress(), `${address}/inscription`);
    await page.getByRole("button", { name: "S’inscrire" }).click();
    await expect(page.getByText("Remplissez ce champ pour continuer.").first()).toBeVisible();
    await holds(page);
    await page.getByLabel("Nom", { exact: true }).fill("Alix Roux");
    await page.getByRole("button", { name: "S’inscrire" }).click();
    await expect(page.getByText("C’est noté. Un courriel vous le confirme.")).toBeVisible();
    await holds(page);
    await page.getByRole("button", { name: "Annuler toute l’inscription" }).click();
    await expect(page.getByRole("button", { name: "Me réinscrire" })).toBeVisible();
    await holds(page);
    await signInAs(page, "admin");
    await page.goto(`/hote/la-cale/evenements/${address.split("/").at(-1)}/inscriptions`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Inscriptions/);
    await holds(page);
  });
});
