import type { Browser, Page } from "@playwright/test";
import { type OtherServer, otherServer } from "./support/other-server";
import { beginSurvey, fillInResident, goOn } from "./support/survey";
import { expect, signInAs, test } from "./support/test";

/** The campaign is closed here, while the journeys beside still answer theirs. */
let network: OtherServer<{ origin: string }>;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  network = await otherServer("own-server.ts", "OWN");
});

test.afterAll(() => network.stop());

async function somebody(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const baseURL = network.told.origin;
  const context = await browser.newContext({ locale: "fr-FR", baseURL, javaScriptEnabled });
  return context.newPage();
}

/** Answers up to the last step, and types there without sending it. */
async function typesInTheLastStep(page: Page): Promise<void> {
  await beginSurvey(page);
  await fillInResident(page);
  await page.getByLabel("Non, pas pour travailler").check();
  await goOn(page);
  // Without scripts, what keeps one from coming is asked when the step comes back.
  const last = page.getByText("Étape 3 sur 3");
  await expect(last.or(page.getByText(/^Il y a une question de plus/))).toBeVisible();
  if (!(await last.isVisible())) await goOn(page);
  await expect(last).toBeVisible();
  await page.getByRole("checkbox").first().check();
  await page.getByLabel(/Une idée, une attente/).fill("Un four à pain, et dix minutes d’écriture");
}

const campaign = "/pilotage/enquete/campagne/demonstration";

test("a step sent after the closing is refused kindly, with or without scripts, and its text stays to be copied", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const late = [await somebody(browser, false), await somebody(browser)];
  for (const page of late) await typesInTheLastStep(page);
  const staff = await somebody(browser);
  await signInAs(staff, "staff", campaign);
  await staff.getByText("Clore maintenant").click();
  await staff.getByRole("button", { name: "Clore la campagne" }).click();
  // Said once it is done: the button alone is gone as soon as it is pressed.
  await expect(staff.getByText("Elle ne reçoit plus de réponses.")).toBeVisible();
  for (const page of late) {
    await goOn(page);
    await expect(page.getByText(/^L’enquête vient de fermer\s: /)).toBeVisible();
    const text = page.getByLabel(/Une idée, une attente/);
    await expect(text).toHaveValue("Un four à pain, et dix minutes d’écriture");
    await expect(text).not.toBeEditable();
    await expect(page.getByRole("checkbox").first()).toBeChecked();
    await expect(page.getByRole("checkbox").first()).toBeDisabled();
    await expect(page.getByRole("button", { name: "Continuer" })).toHaveCount(0);
  }
  // Whoever comes by the address alone reads what was kept before.
  for (const page of late) {
    await page.getByRole("link", { name: "Revenir à la relecture" }).click();
    await expect(page.getByText("Puy-l’Évêque")).toBeVisible();
    await expect(page.getByText(/^L’enquête est close depuis/)).toBeVisible();
  }
});
