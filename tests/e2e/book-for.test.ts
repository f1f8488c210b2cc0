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

test("a booth goes by the hour: the host writes from when to when, and a refusal shows what is free", async ({
  page,
}) => {
  const day = addDays(await today(page), 20);
  await signInAs(page, "host");
  await page.goto(`/hote/faitout-luzech/semaine?du=${day}`);
  const cell = page.getByRole("link", { name: /^Cabine 1, .*matin, libre$/ }).first();
  const address = (await cell.getAttribute("href")) ?? "";
  await page.setViewportSize({ width: 320, height: 700 });
  const book = async (name: string) => {
    await page.goto(address);
    await page.getByLabel("De", { exact: true }).fill("10:00");
    await page.getByLabel("À", { exact: true }).fill("11:00");
    await page.getByLabel("Son nom").fill(name);
    await page.getByRole("button", { name: "Réserver pour cette personne" }).click();
  };
  await book("Lucette du pont");
  await expect(page).toHaveURL(/\/hote\/faitout-luzech\?jour=/);
  await expect(page.getByText("Lucette du pont").first()).toBeVisible();
  await book("Gaston du bourg");
  await expect(page.getByText("Cette place vient d’être prise.")).toBeVisible();
  await page.getByRole("link", { name: /^(10|11|12|14|9|8) h.*Cabine/ }).click();
  await expect(page).toHaveURL(/\/creneau\?.*moment=hours&de=/);
  await page.getByLabel("Son nom").fill("Gaston du bourg");
  await page.getByRole("button", { name: "Réserver pour cette personne" }).click();
  await expect(page.getByText("Gaston du bourg").first()).toBeVisible();
});
