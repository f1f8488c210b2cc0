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

test("on a shared computer the next who answers finds nothing of the one who went away", async ({
  page,
}) => {
  await beginSurvey(page);
  await page.getByLabel(/^Le nom de la commune/).fill("Castelfranc");
  const device = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(device).toContain("Castelfranc");
  const next = await beginSurvey(page);
  await expect.poll(device).not.toContain("Castelfranc");
  await page.getByLabel("Retraité·e ou autre habitant·e").check();
  await expect.poll(device).toContain(next);
});

for (const { status, said } of [
  { status: 403, said: /^Cette page ne peut plus envoyer/ },
  { status: 500, said: /^L’envoi n’a pas abouti, et ce n’est pas votre connexion/ },
]) {
  test(`a sending answered by ${status} is said to be, and is not sent for ever`, async ({
    page,
    watched,
  }) => {
    await beginSurvey(page);
    await fillInResident(page);
    await page.getByLabel("Non, pas pour travailler").check();
    await goOn(page);
    await expect(page.getByText("Étape 3 sur 3")).toBeVisible();
    await goOn(page, "Relire avant d’envoyer");
    let sendings = 0;
    await page.route("**/enquete/envoi", async (route) => {
      sendings += 1;
      await route.fulfill({ status, json: { reference: "a1b2c3d4" } });
    });
    await page.clock.install();
    await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByText(/^Hors ligne/)).toHaveCount(0);
    await page.clock.runFor(60_000);
    expect(sendings).toBe(1);
    // The browser notes it for itself, once.
    expect(watched.complaints.splice(0)).toHaveLength(status === 500 ? 1 : 0);
    await page.unroute("**/enquete/envoi");
    await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await expect(page.getByRole("heading", title)).toHaveText(/^Merci/);
  });
}

test("what was typed and not sent is there again after the page was closed", async ({ page }) => {
  const code = await beginSurvey(page);
  await page.getByLabel("Retraité·e ou autre habitant·e").check();
  await page.getByLabel(/^Le nom de la commune/).fill("Castelfranc");
  await page.goto("/lieux");
  await page.goto(`/enquete/repondre/${code}`);
  await expect(page.getByLabel("Retraité·e ou autre habitant·e")).toBeChecked();
  await expect(page.getByLabel(/^Le nom de la commune/)).toHaveValue("Castelfranc");
});
