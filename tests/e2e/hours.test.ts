import { addDays, expect, signInAs, test, today } from "./support/test";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

test("a room by the hour, on a small phone, without scripts: choose, book, find it taken, go elsewhere", async ({
  page,
}) => {
  const day = addDays(await today(page), 8);
  await signInAs(page, "member");
  await page.goto(`/reserver?lieu=faitout-luzech&jour=${day}&moment=morning`);
  await page.getByRole("link", { name: /heures précises/ }).click();
  await page.getByRole("link", { name: /^Salle Impernal/ }).click();
  const address = page.url();
  await page.getByRole("link", { name: /^10 h libre/ }).click();
  await page.getByRole("radio", { name: /^11 h 30/ }).check();
  await page.getByLabel("Qui vient avec vous").fill("Odette\nMarius");
  await page.getByRole("button", { name: "Réserver", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await expect(page.getByText("10 h – 11 h 30", { exact: false }).first()).toBeVisible();

  await page.goto(address);
  await expect(page.getByRole("link", { name: /^10 h libre/ })).toHaveCount(0);
  await expect(page.getByText("pris", { exact: true }).first()).toBeVisible();
  // A quarter is kept after it, so the next start on the half-hour is noon.
  await expect(page.getByRole("link", { name: /^11 h 30 libre/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^12 h libre/ })).toBeVisible();
});

test("somebody quicker takes the hours while one hesitates: the nearest hours are offered", async ({
  page,
  browser,
}) => {
  const day = addDays(await today(page), 9);
  const address = `/reserver/heures?lieu=faitout-luzech&jour=${day}&de=09:00&a=10:00`;
  await signInAs(page, "member", address);
  const other = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await signInAs(other, "host", address);
  await other.getByRole("button", { name: "Réserver", exact: true }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await other.close();
  await page.getByRole("button", { name: "Réserver", exact: true }).click();
  await expect(page.getByText("Ces heures ne sont plus libres.")).toBeVisible();
  await page.getByRole("link", { name: /le même jour, Salle Impernal/ }).click();
  await expect(page.getByRole("radio", { checked: true })).toBeVisible();
});
