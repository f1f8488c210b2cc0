import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { anAddress, expect, signInByCode, test } from "./support/test";

test.use({ viewport: { width: 320, height: 640 } });

const address = "/mon-espace/donnees";

/** Reaches it with the Tab key alone, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached by the keyboard: ${wanted}`);
}

test("by keyboard at 320 pixels: take everything away, end a session, erase the account", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const email = anAddress();
  const context = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  await signInByCode(await context.newPage(), email);
  await context.close();
  await signInByCode(page, email, address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mes données");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await tabTo(page, page.getByRole("link", { name: /Télécharger l’archive/ }));
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const files = unzipSync(readFileSync(await (await download).path()));
  const everything = JSON.parse(strFromU8(files["data.json"] ?? new Uint8Array()));
  expect(everything.persons).toMatchObject([{ id: "me", email }]);
  expect(everything.sessions).toHaveLength(2);

  const sessions = page.getByRole("button", { name: /Fermer la connexion/ });
  await expect(sessions).toHaveCount(2);
  const other = page.getByRole("listitem").filter({ hasText: "Un autre navigateur" });
  await tabTo(page, other.getByRole("button"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Cette connexion est fermée");
  await expect(sessions).toHaveCount(1);

  const word = page.getByRole("textbox", { name: /Pour confirmer/ });
  await tabTo(page, word);
  await page.keyboard.type("oui");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Rien n’a été effacé/)).toBeVisible();
  await tabTo(page, word);
  await page.keyboard.press("Control+A");
  await page.keyboard.type("effacer");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre compte est effacé");
  await page.goto("/mon-espace");
  await expect(page).toHaveURL(/\/connexion/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an account is erased by its form alone", async ({ page }) => {
    await signInByCode(page, anAddress(), address);
    await page.getByLabel(/Pour confirmer/).fill("Effacer");
    await page.getByRole("button", { name: "Effacer mon compte" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre compte est effacé");
  });
});
