import { addDays, expect, signInAs, test, today } from "./support/test";

test("from the map to the desk: a newcomer finds a place, signs in, books it", async ({ page }) => {
  const day = addDays(await today(page), 7);
  await page.goto(`/?jour=${day}`);
  await page
    .getByRole("link", { name: /^Luzech, Faitout numérique – Luzech : \d+ places libres$/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/lieux/faitout-luzech\\?jour=${day}`));
  await page.goto(`/reserver?lieu=faitout-luzech&jour=${day}&moment=day`);
  await page.getByRole("button", { name: "Se connecter pour réserver" }).click();
  await page.getByRole("button", { name: "Entrer comme agent" }).click();
  await expect(page).toHaveURL(/\/reserver/);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const file = await page.request.get(`${new URL(page.url()).pathname}/calendrier`);
  expect(file.headers()["content-type"]).toContain("text/calendar");
  expect(await file.text()).toContain("BEGIN:VEVENT");
});

test("the moving map comes on a click and its markers are links", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Explorer la carte" }).click();
  const map = page.getByRole("region", { name: "Carte mobile des lieux" });
  await expect(map.getByRole("link", { name: /^Luzech, / })).toBeVisible();
  const together = map.getByRole("button", { name: /lieux ici, agrandir$/ });
  await expect(async () => {
    if ((await together.count()) === 0) await map.getByRole("button", { name: "Réduire" }).click();
    expect(await together.count()).toBeGreaterThan(0);
  }).toPass();
  // The valley lies in the middle; another cluster may be of places outside the network.
  const middle = await together.evaluateAll((buttons) => {
    const centre = document.querySelector(".leaflet-container")?.getBoundingClientRect();
    const distances = buttons.map((button) => {
      const { x, y } = button.getBoundingClientRect();
      return Math.hypot(
        x - (centre?.x ?? 0) - (centre?.width ?? 0) / 2,
        y - (centre?.y ?? 0) - (centre?.height ?? 0) / 2,
      );
    });
    return distances.indexOf(Math.min(...distances));
  });
  await together.nth(middle).click();
  await expect(map.getByRole("link", { name: /: \d+ places? libres?$/ }).first()).toBeVisible();
  await map.getByRole("button", { name: "Revenir au dessin" }).click();
  await expect(page.getByRole("button", { name: "Explorer la carte" })).toBeVisible();
});

test("a usual place is booked again in one press from one’s own page", async ({ page }) => {
  await signInAs(page, "member");
  await page
    .getByRole("button", { name: /^Réserver .+ Faitout/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
});

test("the host notes an arrival and takes it back, welcomes somebody, and closes", async ({
  page,
}) => {
  await signInAs(page, "host", "/hote/faitout-luzech/passage");
  await page.getByLabel("Prénom").fill("Bénédicte-Éléonore de la Tour-d’Auvergne");
  await page.getByRole("radio", { name: /L’après-midi/ }).check();
  await page.getByRole("button", { name: "Noter l’arrivée" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Bénédicte-Éléonore" })).toBeVisible();
  const row = page.getByRole("listitem").filter({ hasText: "Bénédicte-Éléonore" });
  await expect(row.getByText("sur place, de passage", { exact: true })).toBeVisible();
  await row.getByRole("button", { name: /Annuler l’arrivée/ }).click();
  await expect(row).toHaveCount(0);

  const day = addDays(await today(page), 2);
  await page.goto(`/hote/faitout-luzech/fermer?jour=${day}&moment=morning`);
  await expect(
    page.getByRole("heading", { name: /réservations? (est|sont) touchées?/ }),
  ).toBeVisible();
  await page.getByRole("textbox", { name: "Motif" }).fill("Coupure d’électricité");
  await page.getByRole("button", { name: /^Fermer et prévenir/ }).click();
  await expect(page.getByText(/^C’est fermé, chaque personne est prévenue/)).toBeVisible();
  await page.goto(`/hote/faitout-luzech?jour=${day}`);
  await expect(page.getByText(/, le matin\s: Coupure d’électricité$/)).toBeVisible();
  await page.goto(`/reserver?lieu=faitout-luzech&jour=${day}&moment=morning`);
  await expect(page.getByText(/Fermé\s: Coupure d’électricité/).first()).toBeVisible();
  await page.goto(`/lieux/faitout-luzech?semaine=${addDays(day, 28)}`);
  await expect(page.getByText(/, le matin\s: Coupure d’électricité$/)).toBeVisible();
  await page.goto(`/hote/faitout-luzech?jour=${day}`);
  await page.getByRole("button", { name: /^Annuler la fermeture.*, le matin$/ }).click();
  await expect(page.getByText(/^La fermeture est annulée/)).toBeVisible();
  await page.goto(`/hote/faitout-luzech?jour=${day}`);
  await expect(page.getByText(/Coupure d’électricité/)).toHaveCount(0);
});

test("staff read the network's figures and take them away as CSV", async ({ page }) => {
  await signInAs(page, "staff", "/pilotage");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Usage du réseau, /);
  const four = page.getByRole("list", { name: "Quatre chiffres" }).getByRole("listitem");
  const users = await four.filter({ hasText: "Personnes venues" }).locator("b").textContent();
  await page
    .getByRole("link", { name: /^Fichiers/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/pilotage\/rapport\/exports\?periode=month/);
  const link = page.getByRole("link", { name: "CSV", exact: true });
  const csv = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toMatch(new RegExp(`Personnes venues.*;${users};`));
});

test("an admin finds the day of every space in the menu, a host only those of their own", async ({
  page,
}) => {
  const days = page.getByRole("navigation", { name: "Mon espace" }).getByRole("link", {
    name: /^Ma journée, /,
  });
  for (const [role, count] of [
    ["admin", 6],
    ["host", 2],
    ["member", 0],
  ] as const) {
    await signInAs(page, role);
    await page.locator(".site-account summary").click();
    await expect(days).toHaveCount(count);
  }
});

test("a page is not for whoever lacks the role: it does not exist for them", async ({ page }) => {
  await signInAs(page, "member");
  for (const address of ["/pilotage", "/hote/faitout-luzech", "/hote/faitout-luzech/fermer"]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
  }
  expect((await page.request.get("/pilotage/rapport/export/csv")).status()).toBe(404);
});
