import { expect, signInAs, test } from "./support/test";

const file = (text: string) => ({
  name: "lieux.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});
const table =
  "nom;commune;latitude;longitude\nLa Grange aux idées;Cahors;44,4475;1,4405\nSans position;Cahors;;\n";

test("staff try a file of places, read what it would do, and take it in", async ({ page }) => {
  await signInAs(page, "staff");
  await page.goto("/pilotage/lieux-voisins");
  await page.getByLabel("Fichier", { exact: true }).setInputFiles(file(table));
  await page.getByLabel("D’où il vient").fill("Liste d’essai");
  await page.getByLabel("Date du fichier").fill("2026-09-01");
  await page.getByRole("button", { name: "Essayer" }).click();
  await page.waitForURL(/essai=/);
  await expect(page.getByText("La Grange aux idées")).toBeVisible();
  await expect(page.getByText("Sans position;Cahors;;")).toBeVisible();
  await expect(page.getByText(/1 lieu créé, aucun modifié/)).toBeVisible();
  expect(await (await page.request.get("/lieux")).text()).not.toContain("La Grange aux idées");
  await page.getByRole("button", { name: "Reprendre ces lieux" }).click();
  await expect(page.getByRole("status")).toContainText("Ce fichier est repris");
  expect(await (await page.request.get("/lieux")).text()).toContain("La Grange aux idées");
});

test("a file that is none is refused in words", async ({ page }) => {
  await signInAs(page, "staff");
  await page.goto("/pilotage/lieux-voisins");
  await page.getByLabel("Fichier", { exact: true }).setInputFiles(file("rien"));
  await page.getByLabel("D’où il vient").fill("Liste d’essai");
  await page.getByLabel("Date du fichier").fill("2026-09-01");
  await page.getByRole("button", { name: "Essayer" }).click();
  await expect(page.getByText("Aucun lieu n’a été trouvé dans ce fichier.")).toBeVisible();
  await expect(page.getByLabel("D’où il vient")).toHaveValue("Liste d’essai");
});
