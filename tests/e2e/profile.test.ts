import { type Browser, devices, type Page } from "@playwright/test";
import sharp from "sharp";
import { tabTo } from "./support/keyboard";
import { anAddress, expect, signInAs, signInByCode, test } from "./support/test";

/** A word nobody else of the demonstration wrote. */
const aWord = () =>
  `ferronnerie${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, "")
    .slice(0, 8)}`;

/** Somebody else in a browser of their own. */
async function another(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  return context.newPage();
}

/** Opens the name and one more field to members, without a mouse. */
async function choose(page: Page, field: RegExp, letters: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(letters);
}

test.describe("by keyboard, at 320 pixels", () => {
  test.use({ viewport: { width: 320, height: 740 } });

  test("somebody fills their profile and opens two fields; another finds them by their skill, and blocks them", async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const [word, name] = [aWord(), `Zoé ${Date.now()}`];
    await signInByCode(page, anAddress(), "/mon-espace/profil");
    await tabTo(page, /^Nom affiché/);
    await page.keyboard.type(name);
    await choose(page, /^Qui voit « Nom affiché »/, "Les m");
    await tabTo(page, /^Ce que je fais/);
    await page.keyboard.type("Secret de famille");
    await tabTo(page, /^Ce que je sais faire/);
    await page.keyboard.type(`${word}, soudure`);
    await choose(page, /^Qui voit « Ce que je sais faire »/, "Les m");
    await page.keyboard.press("Enter");
    await tabTo(page, /^Enregistrer mon profil/);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Votre profil est enregistré.")).toBeVisible();
    await expect(page.getByLabel("Qui voit « Nom affiché »")).toHaveValue("members");
    await expect(page.getByLabel("Qui voit « Ce que je fais »")).toHaveValue("me");
    await page.goto("/mon-espace/profil/apercu?pour=membres");
    await expect(page.getByRole("heading", { name })).toBeVisible();
    await expect(page.getByText("Secret de famille")).toHaveCount(0);
    await page.goto("/mon-espace/profil/apercu?pour=tous");
    await expect(page.getByText("Personne de ce public ne vous trouve")).toBeVisible();

    const other = await another(browser, baseURL);
    await other.setViewportSize({ width: 320, height: 740 });
    await signInAs(other, "member", "/membres");
    await tabTo(other, /^De quoi avez-vous besoin/);
    await other.keyboard.type(word.toUpperCase());
    await other.keyboard.press("Enter");
    await expect(other.getByRole("heading", { name: "1 personne peut vous aider" })).toBeVisible();
    await expect(other.locator("mark")).toHaveText([word]);
    await tabTo(other, new RegExp(`^${name}$`));
    await other.keyboard.press("Enter");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(other.getByText("Secret de famille")).toHaveCount(0);
    const address = new URL(other.url()).pathname;
    await tabTo(other, /^Bloquer Zoé/);
    await other.keyboard.press("Enter");
    await tabTo(other, /^Oui, bloquer/);
    await other.keyboard.press("Enter");
    await expect(other.getByText(`Vous ne voyez plus ${name}`)).toBeVisible();
    expect((await other.goto(address))?.status()).toBe(404);
    await other.goto(`/membres?q=${word}`);
    await expect(other.getByText("Personne ne l’a écrit dans son profil")).toBeVisible();

    await other.goto("/mon-espace/profil");
    await other.getByRole("button", { name: `Débloquer ${name}` }).click();
    await expect(other.getByText("C’est débloqué.")).toBeVisible();
    expect((await other.goto(address))?.status()).toBe(200);
    await other.context().close();
  });
});

test("a commune nobody knows and a name in two alphabets are said in words, what was typed is kept", async ({
  page,
}) => {
  await signInByCode(page, anAddress(), "/mon-espace/profil");
  await page.getByLabel("Nom affiché", { exact: true }).fill("M\u0430ëlle");
  await page.getByLabel("Liens", { exact: true }).fill("javascript:alert(1)");
  await page.getByLabel("Commune où j’habite", { exact: true }).fill("Prayçac");
  const save = page.getByRole("button", { name: "Enregistrer mon profil" });
  await save.click();
  await expect(page.getByText(/mélange deux alphabets/).first()).toBeVisible();
  await expect(page.getByText(/commence par «\s?https:/).first()).toBeVisible();
  await page.getByLabel("Nom affiché", { exact: true }).fill("<script>alert(1)</script> Léa");
  await page.getByLabel("Liens", { exact: true }).fill("");
  await save.click();
  await expect(page.locator("#commune-error")).toContainText("Voulez-vous dire Prayssac");
  await expect(page.getByLabel("Commune où j’habite", { exact: true })).toHaveValue("Prayçac");
  await page.getByLabel("Commune où j’habite", { exact: true }).fill("St");
  await save.click();
  await expect(page.locator("#commune-error")).toContainText("Saint");
  await page.getByLabel("Commune où j’habite", { exact: true }).fill("puy l'eveque");
  await save.click();
  await expect(page.getByText("Votre profil est enregistré.")).toBeVisible();
  await expect(page.getByLabel("Commune où j’habite", { exact: true })).toHaveValue("Puy-l’Évêque");
  await expect(page.getByLabel("Nom affiché", { exact: true })).toHaveValue(/^<script>/);
});

test("a photo is shown to its audience only; what is no photo is refused in words", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await signInByCode(page, anAddress(), "/mon-espace/profil/photo");
  const send = async (name: string, mimeType: string, buffer: Buffer) => {
    await page.getByLabel("Choisir une photo").setInputFiles({ name, mimeType, buffer });
    await page.getByRole("button", { name: "Enregistrer la photo" }).click();
  };
  await page.getByRole("button", { name: "Enregistrer la photo" }).click();
  await expect(page.getByText(/^Remplissez ce champ/).first()).toBeVisible();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`;
  await send("photo.jpg", "image/jpeg", Buffer.from(svg));
  await expect(page.getByText(/n’est pas une photo que nous savons lire/)).toBeVisible();
  await send("lourde.jpg", "image/jpeg", Buffer.alloc(10_000_000, 0xff));
  await expect(page.getByText(/dépasse 8 Mo/).first()).toBeVisible();
  const strip = sharp({ create: { width: 30_000, height: 2, channels: 3, background: "#888888" } });
  await send("longue.png", "image/png", await strip.png().toBuffer());
  await expect(page.getByText(/Cette image est trop grande/)).toBeVisible();
  const good = sharp({ create: { width: 900, height: 600, channels: 3, background: "#b05030" } });
  await send("photo.png", "image/png", await good.png().toBuffer());
  await expect(page.getByText(/Votre photo est enregistrée/)).toBeVisible();

  await page.getByLabel("Nom affiché", { exact: true }).fill("Photographiée");
  await page.getByLabel("Qui voit « Nom affiché »").selectOption("everyone");
  await page.getByLabel("Qui voit « Photo »").selectOption("members");
  await page.getByRole("button", { name: "Enregistrer mon profil" }).click();
  await expect(page.getByText("Votre profil est enregistré.")).toBeVisible();
  const source = (await page.locator("img.person-face").getAttribute("src")) ?? "";
  const photo = source.split("?")[0] ?? "";

  const visitor = await another(browser, baseURL);
  expect((await visitor.request.get(photo)).status()).toBe(404);
  const card = await visitor.goto(photo.replace("/photo", ""));
  expect(card?.status()).toBe(200);
  await expect(visitor.locator("img.person-face")).toHaveCount(0);
  await signInAs(visitor, "member");
  const answer = await visitor.request.get(photo);
  expect(answer.status()).toBe(200);
  const { etag, ...headers } = answer.headers();
  expect(headers["content-type"]).toBe("image/webp");
  expect(headers["x-content-type-options"]).toContain("nosniff");
  expect(headers["content-security-policy"]).toContain("sandbox");
  const again = await visitor.request.get(photo, { headers: { "if-none-match": etag ?? "" } });
  expect(again.status()).toBe(304);
  await visitor.context().close();
});

test("nobody is found out by an id: unknown, unlisted and no id at all are the same page", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInByCode(page, anAddress(), "/mon-espace/profil");
  await page.getByLabel("Nom affiché", { exact: true }).fill("Cachée");
  await page.getByRole("button", { name: "Enregistrer mon profil" }).click();
  await expect(page.getByText("Votre profil est enregistré.")).toBeVisible();
  const html = await (await page.request.get("/mon-espace/profil")).text();
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(html)?.[0] ?? "";
  const other = await another(browser, baseURL);
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    await signInAs(other, role);
    for (const path of [`/membres/${id}`, `/membres/${crypto.randomUUID()}`, "/membres/1"]) {
      expect((await other.request.get(path)).status(), `${role} ${path}`).toBe(404);
      const headers = { rsc: "1", "next-router-prefetch": "1" };
      const asked = await other.request.get(path, { headers });
      expect(await asked.text(), `${role} ${path} as data`).not.toContain("Cachée");
      expect((await other.request.get(`${path}/photo`)).status(), role).toBe(404);
    }
  }
  await other.context().close();
});

test("a visitor sees those open to everyone, and why to sign in", async ({ page }) => {
  await page.goto("/membres");
  await expect(page.getByRole("heading", { name: "Clara Vidal" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Bastien Couderc" })).toBeVisible();
  await expect(page.getByText("Maëlle Rives")).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Écrire/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Clara Vidal" }).click();
  await expect(page.getByText("micro-entreprise")).toBeVisible();
});

test.describe("without JavaScript, on a telephone", () => {
  test.use({ javaScriptEnabled: false, viewport: devices["iPhone SE"].viewport });

  test("a profile is filled, opened and found, a photo sent, somebody blocked and unblocked", async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const word = aWord();
    await signInByCode(page, anAddress(), "/mon-espace/profil");
    await page.getByLabel("Nom affiché", { exact: true }).fill("Sans script");
    await page.getByLabel("Qui voit « Nom affiché »").selectOption("members");
    await page.getByLabel("Ce que je sais faire", { exact: true }).fill(word);
    await page.getByLabel("Qui voit « Ce que je sais faire »").selectOption("members");
    await page.getByRole("button", { name: "Enregistrer mon profil" }).click();
    await expect(page.getByText("Votre profil est enregistré.")).toBeVisible();
    const picture = sharp({
      create: { width: 60, height: 60, channels: 3, background: "#333333" },
    });
    await page.goto("/mon-espace/profil/photo");
    const buffer = await picture.jpeg().toBuffer();
    const file = { name: "p.jpg", mimeType: "image/jpeg", buffer };
    await page.getByLabel("Choisir une photo").setInputFiles(file);
    await page.getByRole("button", { name: "Enregistrer la photo" }).click();
    await expect(page.getByText(/Votre photo est enregistrée/)).toBeVisible();

    await signInAs(page, "member", "/membres");
    await page.getByLabel(/De quoi avez-vous besoin/).fill(word);
    await page.getByRole("button", { name: "Chercher" }).click();
    await page.getByRole("link", { name: "Sans script", exact: true }).first().click();
    await page.getByText("Bloquer Sans script").click();
    await page.getByRole("button", { name: "Oui, bloquer" }).click();
    await expect(page.getByText(/Vous ne voyez plus Sans script/)).toBeVisible();
    await page.getByRole("button", { name: "Annuler le blocage" }).click();
    await expect(page.getByText(/C’est débloqué/)).toBeVisible();
  });
});
