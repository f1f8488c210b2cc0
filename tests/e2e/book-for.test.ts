import { addDays, expect, signInAs, test, today } from "./support/test";

test.use({ javaScriptEnabled: false });

test("somebody calls: the host books a desk for them from the week, by name, without scripts", async ({
  page,
}) => {
  const day = addDays(await today(page), 13);
  await signInAs(page, "host");
  await page.goto(`/hote/faitout-luzech/semaine?du=${day}`);
  await page
    .getByRole("link", { name: /^Poste 7, .*libre$/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Réserver pour cette personne" }).click();
  await expect(page.getByText("Remplissez ce champ pour continuer.").first()).toBeVisible();
  await page.getByLabel("Son nom").fill("Odette du marché");
  await page.getByRole("button", { name: "Réserver pour cette personne" }).click();
  await expect(page).toHaveURL(/\/hote\/faitout-luzech\?jour=/);
  await expect(page.getByText("Odette du marché").first()).toBeVisible();
});
