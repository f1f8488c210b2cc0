import { expect, signInAs, test } from "./support/test";

test.use({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false });

test("a host wants places back that nobody came for, and reads what is wrong at its field", async ({
  page,
}) => {
  await signInAs(page, "host", "/hote/faitout-prayssac");
  await page.getByRole("link", { name: "Réglages", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réglages");
  const grace = page.getByLabel("Rendre la place si personne n’est venu, en minutes");
  const save = page.getByRole("button", { name: "Enregistrer" });
  await grace.fill("2");
  await page.getByLabel("Annulation : jours avant").fill("deux");
  await save.click();
  await expect(page.getByRole("link", { name: "Écrivez au moins 5." })).toBeVisible();
  await expect(
    page.getByRole("link", { name: "Écrivez un nombre entier, sans unité." }),
  ).toBeVisible();
  await expect(grace).toHaveValue("2");
  await page.getByLabel("Annulation : jours avant").fill("1");
  await grace.fill("90");
  await save.click();
  await expect(page.getByRole("status")).toHaveText("C’est enregistré.");
  await expect(grace).toHaveValue("90");
  // As it was, for the journeys of others.
  await grace.fill("");
  await save.click();
  await expect(page.getByRole("status")).toHaveText("C’est enregistré.");
  await expect(grace).toHaveValue("");
});
