import { faultsOf } from "./support/axe";
import { expect, signInAs, test } from "./support/test";

test("staff go from the figures to the 28 definitions, each with its base and what it is not", async ({
  page,
}) => {
  await signInAs(page, "staff", "/pilotage");
  await expect(page.getByRole("heading", { name: "À retenir" })).toBeVisible();
  await page.getByRole("link", { name: "Définitions des 28 indicateurs" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Définitions des indicateurs");
  await expect(page.getByRole("article")).toHaveCount(28);
  const receipts = page.getByRole("article", { name: "Recettes" });
  await expect(receipts).toContainText("Pas encore recueilli");
  await page.goto("/pilotage/definitions#personDays");
  await expect(page.getByRole("article", { name: "Personnes-jours" })).toBeInViewport();
});

test("the definitions are read on a phone, in the dark and on paper", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage/definitions");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await faultsOf(page)).toEqual([]);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article", { name: "Satisfaction" })).toBeVisible();
});

test("nobody else finds them", async ({ page }) => {
  for (const role of ["member", "host"] as const) {
    await signInAs(page, role);
    expect((await page.request.get("/pilotage/definitions")).status()).toBe(404);
  }
});
