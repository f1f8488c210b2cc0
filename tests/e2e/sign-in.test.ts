import { test as base, type Page } from "@playwright/test";
import { expect } from "./support/test";

/** Other sites are part of these journeys, so nothing is held against leaving ours. */
const test = base.extend({ javaScriptEnabled: false });

async function leaveForTheProvider(page: Page, next: string): Promise<void> {
  await page.goto(`/connexion?suite=${encodeURIComponent(next)}`);
  await page.getByRole("button", { name: "Continuer avec le fournisseur d’essai" }).click();
  await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/authorize\?/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a provider that vouches for somebody signs them in, where they were going", async ({
      page,
    }) => {
      await leaveForTheProvider(page, "/mon-espace/profil");
      await page.getByRole("link", { name: "Solène Vidal" }).click();
      await expect(page).toHaveURL(/\/mon-espace\/profil$/);
      await expect(page.getByLabel("Nom affiché", { exact: true })).toHaveValue("Solène Vidal");
      await expect(page.getByText("solene.vidal@exemple.test")).toBeVisible();
    });
  });
}

test("an address a provider has not checked opens nobody's account", async ({ page }) => {
  await leaveForTheProvider(page, "/mon-espace/profil");
  await page.getByRole("link", { name: "Quelqu’un" }).click();
  await expect(page).toHaveURL(/\/connexion\?/);
  await expect(page.getByRole("alert")).toContainText("ne garantit pas que cette adresse");
  await page.goto("/mon-espace");
  await expect(page).toHaveURL(/\/connexion\?suite=/);
});

test("somebody who comes back from a provider without what we sent is told to try again", async ({
  page,
}) => {
  await page.goto("/api/auth/callback/essai?code=x&state=y");
  await expect(page).toHaveURL(/\/connexion\?/);
  await expect(page.getByRole("alert")).toContainText("n’a pas abouti");
});

test("another site cannot send somebody to a provider", async ({ page }) => {
  await page.goto("/connexion");
  const refused = await page.request.post("/api/auth/signin/essai", {
    form: { callbackUrl: "/mon-espace" },
    headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
    maxRedirects: 0,
  });
  expect(refused.status()).toBe(403);
});

test("what is sent to the provider's button is never an error of the server", async ({ page }) => {
  for (const callbackUrl of ["nulle part", "//evil.example", "https://evil.example", "/\\x", ""]) {
    const sent = await page.request.post(
      "/api/auth/signin/essai?redirect_uri=https://evil.example",
      {
        form: { callbackUrl },
        headers: { "sec-fetch-site": "same-origin" },
        maxRedirects: 0,
      },
    );
    expect(sent.status(), callbackUrl).toBe(302);
    expect(sent.headers()["location"]).not.toContain("evil");
  }
  const garbage = { cookie: "cowloting.return=nulle%20part" };
  const { status } = await page.request
    .get("/api/auth/signin", { headers: garbage, maxRedirects: 0 })
    .then((response) => ({ status: response.status() }));
  expect(status).toBeLessThan(500);
});

/** The code of the newest mail to that address. */
async function codeFor(page: Page, email: string, newerThan = ""): Promise<string> {
  let code = "";
  await expect(async () => {
    await page.goto("/demo/courriels");
    const mail = page.getByRole("listitem").filter({ hasText: email }).first();
    const text = (await mail.textContent({ timeout: 2_000 })) ?? "";
    code = /\b(\d{3}) ?(\d{3})\b/.exec(text)?.slice(1).join("") ?? "";
    expect(code).toMatch(/^\d{6}$/);
    expect(code).not.toBe(newerThan);
  }).toPass();
  return code;
}

test("a code too many is refused whatever address one claims, and the last one still works", async ({
  page,
}) => {
  const email = `pressee-${Date.now()}@exemple.test`;
  const ask = async (claimed: string) => {
    await page.setExtraHTTPHeaders({ "x-forwarded-for": claimed });
    await page.goto("/connexion");
    await page.getByLabel("Adresse électronique").fill(email);
    await page.getByRole("button", { name: "Recevoir un code" }).click();
  };
  let code = "";
  for (const times of [1, 2, 3, 4, 5]) {
    await ask(`203.0.${times}.1`);
    await expect(page).toHaveURL(/\/connexion\/code/);
    code = await codeFor(page, email, code);
  }
  await ask("203.0.6.1");
  await expect(page.getByText(/^Trop de codes demandés/)).toBeVisible();
  await page.goto("/connexion/code");
  await page.getByLabel("Code à six chiffres").fill(code);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(/\/mon-espace$/);
  await page.goto("/connexion");
  await expect(page).toHaveURL(/\/mon-espace$/);
});
