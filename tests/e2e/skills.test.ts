import { faultsOf } from "./support/axe";
import { anAddress, expect, signInAs, signInByCode, test } from "./support/test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what asks for a habilitation says so, refuses who has none, and leads to how to get it", async ({
    page,
  }) => {
    // A morning: every second Wednesday the afternoon is closed.
    const equipment = "/reserver?lieu=les-tilleuls&type=equipment&moment=morning";
    await signInByCode(page, anAddress(), equipment);
    await expect(page.getByRole("link", { name: /Demande l’habilitation/ })).toBeVisible();
    await page.getByRole("radio", { name: /Découpeuse laser/ }).check();
    const name = page.getByLabel(/^Votre nom/);
    if (await name.isVisible()) await name.fill("Nour Delmas");
    await page.getByRole("button", { name: "Réserver" }).click();
    await expect(page.getByText(/demande une habilitation, qui doit valoir/)).toBeVisible();
    await page.getByRole("link", { name: /Comment obtenir l’habilitation/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Découpeuse laser");
    await expect(page.getByText(/Aucune initiation/)).toBeVisible();
  });

  test("a member offers their car to an event, is read by another, and takes it off", async ({
    page,
  }) => {
    await signInByCode(page, anAddress(), "/evenements?q=marché public");
    await page
      .getByRole("link", { name: /Répondre à un marché public/ })
      .first()
      .click();
    await page.getByText("Proposer ma voiture").click();
    await page.getByLabel("Heure de départ").fill("13:10");
    await page.getByLabel("Places proposées").fill("9");
    await page.getByRole("button", { name: "Proposer", exact: true }).click();
    // Refused: what was typed is there, in a fold that stays open.
    await expect(page.getByLabel("Heure de départ")).toBeVisible();
    await expect(page.getByLabel("Heure de départ")).toHaveValue("13:10");
    await page.getByLabel("Places proposées").fill("3");
    await page.getByRole("button", { name: "Proposer", exact: true }).click();
    const own = page.getByRole("listitem").filter({ hasText: "Vous, en voiture" });
    await expect(own).toContainText("part à 13 h 10, 3 places");
    await own.getByRole("button", { name: /Retirer/ }).click();
    await expect(page.getByText("Vous, en voiture")).toHaveCount(0);
  });
});

test("one’s habilitations, how to get one and the figures of events have no accessibility fault", async ({
  page,
}) => {
  await signInAs(page, "member", "/mon-espace/habilitations");
  await expect(page.getByRole("link", { name: "Comment la garder" })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Comment la garder" }).click();
  expect(await faultsOf(page)).toEqual([]);
});
