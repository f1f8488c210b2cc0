import { addDays, expect, signInAs, test, today } from "./support/test";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

test("a room found free in the week, place by place, is booked for that half-day", async ({
  page,
}) => {
  const day = addDays(await today(page), 20);
  await signInAs(page, "staff");
  await page.goto(`/lieux/faitout-luzech/semaine?du=${day}`);
  await page
    .getByRole("link", { name: /^Salle Impernal, .*, libre, réserver$/ })
    .first()
    .click();
  await expect(page.getByText(/est prise/)).toHaveCount(0);
  await expect(page.getByRole("group", { name: "Quelle salle" })).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveAccessibleName(/^Salle Impernal/);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await expect(page.getByText(/Salle Impernal/).first()).toBeVisible();
});

test("equipment by the day: seen in the week, found by a search, booked for that day", async ({
  page,
}) => {
  const day = addDays(await today(page), 21);
  const name = `Vidéoscope ${Date.now()}`;
  await signInAs(page, "host", "/hote/faitout-prayssac/postes/nouveau?type=equipment");
  await page.getByLabel("Nom", { exact: true }).fill(name);
  const modes = page.getByRole("group", { name: "Se réserve" });
  for (const box of await modes.getByRole("checkbox").all()) await box.uncheck();
  await modes
    .getByRole("checkbox", { name: /journée$/ })
    .last()
    .check();
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByText(/C’est ajouté/)).toBeVisible();

  await page.goto(`/lieux/faitout-prayssac/semaine?du=${day}`);
  const cell = page.getByRole("link", {
    name: new RegExp(`^${name}, mardi .*, journée, libre, réserver$`),
  });
  await expect(cell).toBeVisible();
  await page.goto(`/lieux?type=equipment&moment=day&jour=${day}`);
  await page.getByRole("link", { name: /^Réserver à Prayssac/ }).click();
  await page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await page.goto(`/lieux/faitout-prayssac/semaine?du=${day}`);
  await expect(cell).toHaveCount(0);

  // By the hour or the half-day it is not to be had: said, with the way it is.
  await page.goto(`/lieux/faitout-prayssac/semaine?du=${addDays(day, 7)}`);
  const address = await cell.getAttribute("href");
  const id = new URLSearchParams(address?.split("?")[1]).get("poste");
  await page.goto(`/reserver?lieu=faitout-prayssac&moment=morning&poste=${id}`);
  await expect(page.getByText(`${name} ne se réserve pas à la demi-journée.`)).toBeVisible();
  await page.goto(`/reserver/heures?lieu=faitout-prayssac&poste=${id}`);
  await expect(page.getByText(`${name} ne se réserve pas à l’heure.`)).toBeVisible();
  await expect(page.getByRole("main").locator("[aria-current=true]")).toHaveCount(0);
  await page.getByRole("link", { name: `Réserver ${name} à la journée` }).click();
  await expect(
    page.getByRole("radio", { name: new RegExp(`^${name}`), checked: true }),
  ).toBeVisible();
});

test("a place that goes by the hour alone, or is not here, is told of and not replaced", async ({
  page,
}) => {
  await page.goto("/reserver?lieu=faitout-luzech&type=booth&moment=morning");
  await expect(page.getByText("Ici, les cabines se réservent à l’heure.")).toBeVisible();
  await page.getByRole("link", { name: "Choisir des heures" }).click();
  await expect(page.locator("[aria-current=true]").getByText(/^Cabine/)).toBeVisible();
  const unknown = "00000000-0000-4000-8000-000000000000";
  await page.goto(`/reserver?lieu=faitout-luzech&poste=${unknown}`);
  await expect(page.getByText(/^La place demandée n’existe pas ici/)).toBeVisible();
  await page.goto(`/reserver/heures?lieu=faitout-luzech&poste=${unknown}`);
  await expect(page.getByText(/^La place demandée n’existe pas ici/)).toBeVisible();
});

test("a search says of a space that has no such place that it has none, not that it is full or closed", async ({
  page,
}) => {
  const day = addDays(await today(page), 9);
  const rows = page.locator("li[data-latitude]");
  for (const [wish, words] of [
    ["type=booth&de=10:00&a=11:00", "Pas de cabine ici"],
    ["type=room&moment=morning&atout=standing", "Pas avec ces atouts ici"],
  ] as const) {
    await page.goto(`/lieux?jour=${day}&${wish}`);
    await expect(rows.last().getByText(/^Pas (de|avec)/)).toBeVisible();
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(rows.last().getByRole("link", { name: /^Voir le lieu/ })).toBeVisible();
  }
});

test("the form asks for equipment too", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Type de place").selectOption({ label: "Matériel" });
  await page.getByRole("button", { name: "Voir les places" }).click();
  await expect(page).toHaveURL(/type=equipment/);
  await expect(page.getByLabel("Type de place")).toHaveValue("equipment");
  await expect(page.getByText("Pas de matériel ici").first()).toBeVisible();
});

test("hours the wrong way round, or one without the other, are said and stay as they were typed", async ({
  page,
}) => {
  for (const [from, until, words] of [
    ["10:00", "09:00", /^L’heure de fin doit venir après celle de début/],
    ["10:00", "", /^Il manque l’heure de fin/],
    ["", "11:00", /^Il manque l’heure de début/],
  ] as const) {
    await page.goto(`/?moment=morning&de=${from}&a=${until}`);
    await expect(page.getByRole("alert")).toHaveText(words);
    await expect(page.getByRole("alert")).toContainText("voici les places du matin");
    await expect(page.getByLabel("De", { exact: true })).toHaveValue(from);
    await expect(page.getByLabel("À", { exact: true })).toHaveValue(until);
    await page.goto(`/lieux?moment=morning&de=${from}&a=${until}`);
    await expect(page.getByRole("alert")).toHaveText(words);
  }
});

test("from the page of a space, its rooms and booths lead to their hours, in words and on the plan", async ({
  page,
}) => {
  await page.goto("/lieux/faitout-luzech");
  const plan = page.getByRole("list", { name: /^Plan de / });
  await expect(plan.getByRole("link", { name: /^Cabine 1, se réserve à l’heure$/ })).toBeVisible();
  await expect(
    page.getByRole("figure").getByText("se réserve à l’heure", { exact: true }),
  ).toBeVisible();
  await plan.getByRole("link", { name: /^Salle Impernal, .*se réserve à l’heure$/ }).click();
  await expect(page.locator("[aria-current=true]").getByText("Salle Impernal")).toBeVisible();
  await page.goto("/lieux/faitout-luzech");
  await page.getByRole("link", { name: "Salles, cabines et matériel, à l’heure" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réserver à l’heure");
});

test("a month, day by day: today is said, a free half-day leads to its booking, months follow", async ({
  page,
}) => {
  await today(page);
  await page.goto("/lieux/faitout-luzech");
  await page.getByRole("link", { name: "Voir le mois, jour par jour" }).click();
  await expect(page.locator("tr[aria-current=date]")).toContainText("aujourd’hui");
  await page.getByRole("link", { name: "Mois suivant" }).click();
  await expect(page.locator("tr[aria-current=date]")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Mois précédent" })).toBeVisible();
  await page
    .getByRole("link", { name: /, Après-midi \d+ places? libres?$/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/reserver\?.*moment=afternoon/);
  await expect(page.getByRole("button", { name: "Se connecter pour réserver" })).toBeVisible();
});
