import { addDays, expect, signInAs, test, today } from "./support/test";

test.use({ javaScriptEnabled: false });

test("a host cancels the wrong booking, finds it again under the day and restores it", async ({
  page,
}) => {
  const day = addDays(await today(page), 29);
  await signInAs(page, "staff", `/reserver?lieu=faitout-luzech&jour=${day}&moment=morning`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await signInAs(page, "host", `/hote/faitout-luzech?jour=${day}`);
  await page.getByRole("link", { name: "Agnès Pradines", exact: true }).click();
  const booking = page.url();
  const move = page.getByRole("button", { name: "Déplacer la réservation" });
  const restore = page.getByRole("button", { name: "Rétablir la réservation" });
  await expect(move).toBeVisible();
  await expect(restore).toHaveCount(0);
  await page.goto(`/hote/faitout-luzech?jour=${day}`);
  const row = page.getByRole("listitem").filter({ hasText: "Agnès Pradines" }).first();
  await row.getByText("Ne vient pas").click();
  await row.getByRole("button", { name: /Libérer|Annuler/ }).click();
  await page.goto(`/hote/faitout-luzech?jour=${day}`);
  await page.getByText(/^1 réservation annulée$/).click();
  await page
    .getByRole("link", { name: /^Agnès Pradines, / })
    .last()
    .click();
  expect(page.url()).toBe(booking);
  await expect(page.getByText("annulée", { exact: true })).toBeVisible();
  await expect(move).toHaveCount(0);
  await restore.click();
  await expect(page.getByRole("status")).toHaveText(/Réservation rétablie/);
  await expect(page.getByText("prévu", { exact: true })).toBeVisible();
  await expect(move).toBeVisible();
});
