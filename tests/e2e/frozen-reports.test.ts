import { faultsOf } from "./support/axe";
import { twoMonthsBefore } from "./support/days";
import { expect, signInAs, test } from "./support/test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("staff sign a report, read it again, and count it anew", async ({ page }) => {
    await signInAs(page, "staff");
    await page.goto("/pilotage/rapports");
    await page.getByLabel("Titre").fill("Rapport au conseil communautaire");
    await page.getByLabel("Signé par").fill("Mme Roussel, directrice");
    // Of last month's events other journeys note who came.
    const { first, last } = twoMonthsBefore(
      await page.getByLabel("Au", { exact: true }).inputValue(),
    );
    await page.getByLabel("Du", { exact: true }).fill(first);
    await page.getByLabel("Au", { exact: true }).fill(last);
    await page.getByRole("button", { name: "Figer et signer" }).click();
    await expect(page.getByRole("status")).toContainText("Le rapport est figé.");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Rapport au conseil communautaire",
    );
    await expect(page.getByText("exactement ceux qui ont été signés")).toBeVisible();
    await page.getByRole("link", { name: "Recompter aujourd’hui" }).click();
    await expect(page.getByText(/Identique.: recompté le/)).toBeVisible();
    await page.getByRole("link", { name: "Rapports signés" }).click();
    await expect(page.getByText("Signé par Mme Roussel, directrice").first()).toBeVisible();
  });
});

test("a period that is not over is refused in words, and what was typed stays", async ({
  page,
}) => {
  await signInAs(page, "staff");
  await page.goto("/pilotage/rapports");
  await page.getByLabel("Titre").fill("Trop tôt");
  await page.getByLabel("Signé par").fill("M. Delbreil, vice-président");
  await page.getByLabel("Au", { exact: true }).evaluate((input: HTMLInputElement) => {
    input.max = "2199-12-31";
  });
  await page.getByLabel("Au", { exact: true }).fill("2190-01-31");
  await page.getByRole("button", { name: "Figer et signer" }).click();
  await expect(page.getByLabel("Au", { exact: true })).toHaveAccessibleDescription(/./);
  await expect(page.getByLabel("Titre")).toHaveValue("Trop tôt");
});

test("a signed report is taken as a file, and is clean at every width", async ({ page }) => {
  await signInAs(page, "staff");
  await page.goto("/pilotage/rapports");
  await page.getByLabel("Titre").fill("Pour le financeur");
  await page.getByLabel("Signé par").fill("Mme Roussel, directrice");
  await page.getByRole("button", { name: "Figer et signer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pour le financeur");
  const address = page.url().split("?")[0];
  const file = await page.request.get(`${address}/export/json`);
  expect(file.status()).toBe(200);
  expect((await file.json()).figures.length).toBeGreaterThan(50);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await faultsOf(page)).toEqual([]);
  }
});
