import { addDays, anAddress, expect, signInAs, signInByCode, test, today } from "./support/test";

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
  await expect(page.getByRole("link", { name: /^10\sh pris, attendre/ })).toBeVisible();
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

test("the hours are taken: wait for exactly those, be offered them when they come free, accept", async ({
  page,
}) => {
  const day = addDays(await today(page), 15);
  const hours = `/reserver/heures?lieu=faitout-luzech&jour=${day}`;
  await signInAs(page, "member", `${hours}&de=10:00&a=11:30`);
  await page.getByRole("button", { name: "Réserver", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const booking = page.url();
  const email = anAddress();
  await signInByCode(page, email, hours);
  for (const answer of ["C’est noté. Dès qu’une place", "Vous êtes déjà sur la liste"]) {
    await page.goto(hours);
    await page.getByRole("link", { name: /^10\sh pris, attendre/ }).click();
    await expect(page.getByText("Ces heures ne sont plus libres.")).toBeVisible();
    await page.getByLabel("Jusqu’à quelle heure").selectOption({ label: "11 h 30 (1 h 30)" });
    await page.getByRole("button", { name: "Me prévenir si ces heures se libèrent" }).click();
    await expect(page.getByText(answer)).toBeVisible();
  }
  await page.goto("/mon-espace/liste-attente");
  await expect(page.getByText(/quelques heures, 10\sh\s–\s11\sh\s30, 1\ssalle/)).toBeVisible();
  await signInAs(page, "admin", "/mon-espace");
  await page.goto(`/hote/faitout-luzech/attente?jour=${day}`);
  await expect(page.getByRole("heading", { name: /10\sh\s–\s11\sh\s30/ })).toBeVisible();
  await signInAs(page, "member");
  await page.goto(booking);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
  await signInByCode(page, email, "/mon-espace/liste-attente");
  await page.getByRole("button", { name: /^Accepter la place/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await expect(page.getByText("10 h – 11 h 30", { exact: false }).first()).toBeVisible();
});

test("how many come is asked, and kept: a booth for one is said to be too small for six", async ({
  page,
}) => {
  const day = addDays(await today(page), 15);
  await page.goto(`/reserver/heures?lieu=faitout-luzech&jour=${day}`);
  await page.getByLabel("Combien serez-vous").fill("6");
  await page.getByRole("button", { name: "Voir ce qui convient" }).click();
  await expect(page.getByRole("link", { name: /^Cabine 1.*trop petit pour 6/ })).toBeVisible();
  await page.getByRole("link", { name: /^14\sh libre/ }).click();
  await expect(page).toHaveURL(/personnes=6/);
  // The room that splits seats nine, the others eight; the largest that any journey adds, twenty.
  await page.goto(`/?jour=${day}&type=room&personnes=9`);
  await expect(
    page.getByRole("link", { name: "Réserver à Puy-l’Évêque, La Cale" }),
  ).toHaveAttribute("href", /personnes=9/);
  await expect(page.getByRole("link", { name: /^Réserver à Luzech/ })).toHaveCount(0);
  await page.goto(`/?jour=${day}&type=room&personnes=21`);
  await expect(page.getByRole("heading", { name: /^Aucune place libre/ })).toBeVisible();
});
