import { beginSurvey, fillInResident, goOn } from "./support/survey";
import { expect, test } from "./support/test";

const title = { level: 1 } as const;

test("the line is cut in the middle and comes back: nothing is lost, and what waited leaves by itself", async ({
  page,
  context,
}) => {
  await beginSurvey(page);
  await fillInResident(page);
  await page.getByLabel("Non, pas pour travailler").check();
  await page.getByLabel("La distance", { exact: true }).check();
  await context.setOffline(true);
  const offline = page.getByText(/^Hors ligne\s: vos réponses sont gardées/);
  await expect(offline.first()).toBeVisible();
  await goOn(page);
  await expect(offline.first()).toBeVisible();
  await expect(page.getByLabel("La distance", { exact: true })).toBeChecked();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain("distance");
  await context.setOffline(false);
  await expect(page.getByText("Étape 3 sur 3")).toBeVisible();
  await page.getByLabel(/Une idée, une attente/).fill("Le four à pain");
  await goOn(page);
  await expect(page.getByRole("heading", title)).toHaveText("Relire avant d’envoyer");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await expect(offline.first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", title)).toHaveText(/^Merci/);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("what was typed and not sent is there again after the page was closed", async ({ page }) => {
  const code = await beginSurvey(page);
  await page.getByLabel("Retraité·e ou autre habitant·e").check();
  await page.getByLabel(/^Le nom de la commune/).fill("Castelfranc");
  await page.goto("/lieux");
  await page.goto(`/enquete/repondre/${code}`);
  await expect(page.getByLabel("Retraité·e ou autre habitant·e")).toBeChecked();
  await expect(page.getByLabel(/^Le nom de la commune/)).toHaveValue("Castelfranc");
});
