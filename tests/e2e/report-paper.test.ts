import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/test";

/** What would be cut, folded away or useless on paper, each in a few words. */
async function faultsOnPaper(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 1040, height: 720 });
  return page.locator("main").evaluate((main) => {
    const shown = (found: Element) => found.checkVisibility({ visibilityProperty: true });
    const controls = [...main.querySelectorAll("button, input, select, textarea")]
      .filter(shown)
      .map((control) => `control ${control.getAttribute("name") ?? control.textContent}`);
    const folded = [...main.querySelectorAll("details table")]
      .filter((table) => !shown(table))
      .map((table) => `folded ${table.closest("details")?.querySelector("summary")?.textContent}`);
    const cut = [...main.querySelectorAll("table")]
      .filter(shown)
      .filter((table) => table.getBoundingClientRect().right > innerWidth + 1)
      .map((table) => `cut ${table.querySelector("caption")?.textContent ?? table.textContent}`);
    return [...controls, ...folded, ...cut].map((fault) => fault.slice(0, 80));
  });
}

for (const address of [
  "/pilotage",
  "/pilotage/definitions",
  "/pilotage/rapport/financeurs/leader-feder",
  "/pilotage/evenements",
]) {
  test(`${address} on paper: no control, nothing folded, nothing cut`, async ({ page }) => {
    await signInAs(page, "staff", address);
    expect(await faultsOnPaper(page)).toEqual([]);
  });
}

test("a signed report on paper: no control, nothing folded, nothing cut", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage/rapports");
  await page.getByLabel("Titre").fill("Pour les archives");
  await page.getByLabel("Signé par").fill("Mme Roussel, directrice");
  await page.getByRole("button", { name: "Figer et signer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pour les archives");
  expect(await faultsOnPaper(page)).toEqual([]);
  await page.emulateMedia({ media: "screen" });
  // On the screen long families are folded: the check can fail.
  await expect(page.locator("main details:not([open])").first()).toBeVisible();
});

test("a list to be signed on paper: no control, nothing cut, room for a hand", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage/rapport/emargement");
  await page.getByLabel("Motif").last().fill("Contrôle de la Région, convention 2026-119");
  await page.getByRole("button", { name: "Ouvrir la liste" }).last().click();
  await expect(page).toHaveURL(/emargement\/[\w-]{36}$/);
  expect(await faultsOnPaper(page)).toEqual([]);
  const signature = await page
    .locator(".attendance-list tbody td:last-child")
    .first()
    .boundingBox();
  // Half a centimetre high and three wide, at 96 dots an inch.
  expect(signature?.height).toBeGreaterThan(19);
  expect(signature?.width).toBeGreaterThan(113);
});

test("assumptions on paper are read as text, with where they come from", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage/hypotheses");
  const faults = await faultsOnPaper(page);
  expect(faults.filter((fault) => !fault.startsWith("control "))).toEqual([]);
  await expect(page.locator("main button:visible")).toHaveCount(0);
  const value = page.getByLabel("Détours de la route");
  await expect(value).toBeVisible();
  await expect(value).toHaveCSS("border-bottom-width", "0px");
  await expect(page.getByRole("heading", { name: "Version 1" })).toBeVisible();
});
