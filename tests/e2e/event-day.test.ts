import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./support/test";

const space = "faitout-luzech";

/** The sheet of the last event over at that space that people registered for. */
async function openSheet(page: Page): Promise<void> {
  await signInAs(page, "host", `/hote/${space}/evenements`);
  await page.goto(`/evenements/passes?lieu=${space}`);
  const last = page.locator(`a[href^="/evenements/mes-demarches"]`).first();
  const address = (await last.getAttribute("href")) ?? "";
  await page.goto(`/hote/${space}${address}/presence`);
  await expect(page.getByRole("heading", { name: "En chiffres" })).toBeVisible();
}

const ticked = (page: Page) => page.getByRole("checkbox", { checked: true }).count();

test("two phones tick while the line is cut: once it is back each person is counted once, and somebody at the door", async ({
  page,
  browser,
  baseURL,
}) => {
  await openSheet(page);
  // Drawn anew late, as on a poor line: a box stays as it was put meanwhile.
  await page.route(/[?&]_rsc=/, async (route) => {
    await page.waitForTimeout(400);
    await route.continue();
  });
  const other = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  const second = await other.newPage();
  await openSheet(second);
  // Nobody ticked, to begin with.
  for (const box of await page.getByRole("checkbox").all()) {
    if (await box.isChecked()) await box.uncheck();
  }
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
  await second.reload();
  expect(await ticked(second)).toBe(0);
  const all = await page.getByRole("checkbox").count();
  expect(all).toBeGreaterThan(3);
  await page.context().setOffline(true);
  await other.setOffline(true);
  // All but the last on one phone, all but the first on the other.
  for (let at = 0; at < all - 1; at += 1) await page.getByRole("checkbox").nth(at).check();
  for (let at = 1; at < all; at += 1) await second.getByRole("checkbox").nth(at).check();
  await page.getByLabel("Prénom ou nom").fill("Zoé de passage");
  await page.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Sans ligne" })).toContainText(
    String(all),
  );
  await page.context().setOffline(false);
  await other.setOffline(false);
  for (const phone of [page, second]) {
    await expect(phone.getByText("Tout est enregistré")).toBeVisible({ timeout: 30_000 });
  }
  await page.reload();
  expect(await ticked(page)).toBe(all);
  await expect(page.locator("dt", { hasText: "Présents par leur nom" }).locator("+ dd")).toHaveText(
    String(all + 1),
  );
  await expect(page.getByText("Zoé de passage")).toHaveCount(1);
  await page.getByRole("button", { name: /^Retirer Zoé de passage/ }).click();
  await expect(page.getByText("Zoé de passage")).toHaveCount(0);
  await other.close();
});

test("what is ticked and written before the scripts have come counts", async ({ page }) => {
  await openSheet(page);
  const first = page.getByRole("checkbox").first();
  const was = await first.isChecked();
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await first.click();
  await page.getByLabel("Prénom ou nom").fill("Tôt Venue");
  await page.waitForLoadState();
  await expect(page.getByRole("status").first()).toHaveText("Tout est enregistré");
  await page.getByRole("button", { name: "Ajouter" }).click();
  await page.getByRole("button", { name: /^Retirer Tôt Venue/ }).click();
  await expect(page.getByText("Tôt Venue")).toHaveCount(0);
  await page.reload();
  await expect(first).toBeChecked({ checked: !was });
});

test.describe("without JavaScript, on a telephone", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });

  test("the same boxes are a form; heads are counted beside names; the sheet is printed", async ({
    page,
  }) => {
    await openSheet(page);
    const [first] = await page.getByRole("checkbox").all();
    const was = await first?.isChecked();
    await first?.setChecked(!was);
    await page.getByRole("button", { name: "Enregistrer les coches" }).click();
    await expect(page.getByRole("checkbox").first()).toBeChecked({ checked: !was });
    await page.getByLabel("Personnes comptées").fill("25");
    await page.getByRole("button", { name: "Noter ce nombre" }).click();
    await expect(page.getByText("Le nombre est noté.")).toBeAttached();
    await expect(page.getByText(/^25$/)).toBeVisible();
    await page.getByRole("link", { name: "Imprimer la feuille" }).click();
    await expect(page.getByRole("columnheader", { name: "Signature" })).toBeVisible();
    await openSheet(page);
    await page.getByRole("link", { name: /code QR/ }).click();
    await expect(page.getByRole("img", { name: /^Code à photographier/ })).toBeVisible();
    await expect(page.locator(".door-poster-code")).toHaveText(/^[A-Z2-9]{3}\s[A-Z2-9]{3}$/);
  });
});
