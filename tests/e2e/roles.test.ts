import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { anAddress, expect, signInAs, signInByCode, test } from "./support/test";

const settings = "/hote/les-tilleuls/reglages";
const phone = { width: 320, height: 800 };

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Down the list until it says so, as fingers do; letters of the name would need a keyboard that has them. */
async function chooseRole(page: Page, role: string): Promise<void> {
  await tabTo(page, /^Rôle/);
  const chosen = page.getByLabel("Rôle", { exact: true }).locator("option:checked");
  for (let presses = 0; (await chosen.textContent()) !== role; presses += 1) {
    if (presses > 20) throw new Error(`no ${role} in the list`);
    await page.keyboard.press("ArrowDown");
  }
}

test("with the keyboard alone at 320 pixels: a role given works, taken back it works no more in an open tab", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const email = anAddress();
  const context = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  const theirs = await context.newPage();
  await signInByCode(theirs, email);
  expect((await theirs.goto(settings))?.status()).toBe(404);

  await page.setViewportSize(phone);
  await signInAs(page, "admin", "/pilotage/roles");
  await tabTo(page, /^Adresse électronique de la personne/);
  await page.keyboard.type("personne-ici@exemple.test");
  await chooseRole(page, "Hôte de Les Tilleuls");
  await press(page, /^Donner ce rôle/);
  await expect(page.getByText(/^Personne ne se connecte avec cette adresse/)).toBeVisible();
  await expect(page.getByLabel(/^Adresse électronique de la personne/)).toHaveValue(
    "personne-ici@exemple.test",
  );
  await tabTo(page, /^Adresse électronique de la personne/);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(email);
  await chooseRole(page, "Hôte de Les Tilleuls");
  await press(page, /^Donner ce rôle/);
  await expect(page.getByRole("status").getByText("Le rôle est donné.")).toBeVisible();
  await expectNoOverflow(page);

  // At their very next page, and their tab stays open.
  await theirs.goto(settings);
  const days = theirs.getByLabel("Jours à l’avance");
  const before = await days.inputValue();
  await days.fill(String(Number(before) + 1));

  await press(page, new RegExp(`^Retirer le rôle d(e |’)${email}`));
  await press(page, /^Retirer ce rôle/);
  await expect(page.getByRole("status").getByText("Le rôle est retiré.")).toBeVisible();

  await theirs.getByRole("button", { name: "Enregistrer" }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(/n’existe pas|introuvable/i);
  await page.goto(settings);
  await expect(page.getByLabel("Jours à l’avance")).toHaveValue(before);

  await page.goto(`/pilotage/journal?personne=${encodeURIComponent(email)}`);
  const told = await page.locator(".journal-line").allInnerTexts();
  const lines = told.map((text) => text.replaceAll(/\s+/g, " "));
  expect(lines.filter((text) => text.includes("A retiré un rôle"))).toHaveLength(1);
  expect(lines.filter((text) => text.includes("A donné un rôle"))).toHaveLength(1);
  expect(lines.join()).toContain("Les Tilleuls");
  await expectNoOverflow(page);
  for (const address of ["/pilotage/roles", "/pilotage/journal", "/pilotage/journal/export"]) {
    expect((await theirs.request.get(address)).status(), address).toBe(404);
  }
  await context.close();
});

test("the journal as a file is what its page says, and no formula", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage/journal?action=journal.read");
  await page.reload();
  await expect(page.locator(".journal-line").getByText("A lu le journal").first()).toBeVisible();
  const link = page.getByRole("link", { name: "Exporter (CSV)" });
  const address = (await link.getAttribute("href")) ?? "";
  expect(address).toBe("/pilotage/journal/export?action=journal.read");
  const file = await page.request.get(address);
  expect(file.headers()["content-type"]).toContain("text/csv");
  const rows = (await file.text()).trim().split("\r\n");
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows.slice(1)) expect(row).toContain("journal.read");
  expect((await page.request.get("/pilotage/journal/export?du=hier")).status()).toBe(400);
});

async function expectNoOverflow(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
}
