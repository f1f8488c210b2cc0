import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, expect, type Role, signInAs, test, today } from "./support/test";

test.use({ viewport: { width: 320, height: 800 } });

async function bookAs(page: Page, role: Exclude<Role, "visitor">, address: string): Promise<void> {
  await signInAs(page, role, address);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
}

test("closing a day with the keyboard: one moved, one cancelled, one kept, then everything undone", async ({
  page,
}) => {
  const day = addDays(await today(page), 48);
  const address = `/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`;
  for (const role of ["member", "staff", "admin"] as const) await bookAs(page, role, address);
  await signInAs(page, "host");
  const preview = `/hote/faitout-prayssac/fermer?jour=${day}&moment=day`;
  await page.goto(preview);
  await expect(page.getByRole("heading", { name: "3 réservations sont touchées" })).toBeVisible();
  const people = page.locator("fieldset legend").filter({ hasText: "Poste" });
  const [first, second, third] = (await people.allTextContents()).map((text) =>
    text.split("\u00a0:")[0]?.trim(),
  );
  // Arrows choose within a group of radios: to move, to cancel, to keep.
  for (const [index, name] of [first, second, third].entries()) {
    await tabTo(page, new RegExp(`^${name} .*Comme tous$`));
    for (let step = 0; step <= index; step += 1) await page.keyboard.press("ArrowRight");
  }
  await tabTo(page, /^Motif$/);
  await page.keyboard.type("Panne de chauffage");
  await tabTo(page, /^Fermer et prévenir 3 personnes$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^C’est fermé, chaque personne est prévenue/)).toBeVisible();
  await expect(page.getByText(/toute la journée\s: Panne de chauffage/)).toBeVisible();
  await expect(page.getByText(/^encore (9|10) minutes$/)).toBeVisible();
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);

  await page.goto(`/hote/faitout-prayssac?jour=${day}&vue=liste`);
  // What was cancelled of the day is folded under those who come.
  const coming = page.locator(".arrivals");
  await expect(coming.getByText(third ?? "").first()).toBeVisible();
  await expect(coming.getByText(first ?? "")).toHaveCount(0);
  await expect(coming.getByText(second ?? "")).toHaveCount(0);
  await page.goto(`/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`);
  await expect(page.getByText(/Fermé\s: Panne de chauffage/).first()).toBeVisible();

  await page.goto("/hote/faitout-prayssac/fermer");
  await tabTo(page, /^Annuler la fermeture : /);
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("La fermeture est annulée, 3 réservations sont comme avant."),
  ).toBeVisible();
  await page.goto(preview);
  await expect(page.getByRole("heading", { name: "3 réservations sont touchées" })).toBeVisible();
  expect((await people.allTextContents()).map((text) => text.split("\u00a0:")[0]?.trim())).toEqual([
    first,
    second,
    third,
  ]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("from a free cell one place is closed, and an address that says another one says nothing", async ({
    page,
  }) => {
    // The board has cells where there is room for them; a telephone has the list.
    await page.setViewportSize({ width: 1280, height: 900 });
    const day = addDays(await today(page), 47);
    await signInAs(page, "host", `/hote/faitout-luzech/semaine?du=${day}`);
    const cell = page.getByRole("link", { name: /^Poste 3, .*libre$/ });
    await cell.first().click();
    await page.getByRole("link", { name: "Fermer ce créneau" }).click();
    await expect(page.getByLabel("Quoi")).toHaveValue(/./);
    await expect(page.getByLabel("Quoi").locator("option:checked")).toHaveText("Poste 3");
    const chosen = new URL(page.url()).searchParams.get("quoi") ?? "";

    const close = "/hote/faitout-luzech/fermer?moment=day&quoi=";
    const elsewhere = await page.request.get("/api/v1/spaces/faitout-prayssac/resources");
    const [theirs] = (await elsewhere.json()).items;
    const statusOf = async (text: string) => (await page.request.get(close + text)).status();
    expect(await statusOf(`${chosen}&quoi=x`)).toBe(200);
    expect(await statusOf("")).toBe(200);
    for (const odd of ["x", "-".repeat(36), theirs.id, `x&quoi=${chosen}`, "__proto__"]) {
      const response = await page.request.get(close + odd);
      expect(response.status(), odd).toBe(404);
      expect(await response.text()).not.toContain(theirs.name);
    }
    expect((await page.request.get(`${close}&annulee=${"-".repeat(36)}`)).status()).toBe(200);
  });

  test("a host closes one room for two hours, and their hours of one day", async ({ page }) => {
    const day = addDays(await today(page), 49);
    await signInAs(page, "host", "/hote/faitout-luzech/fermer");
    await page.getByLabel("Quoi").selectOption({ label: "Salle Impernal" });
    await page.getByLabel("Moment").selectOption("hours");
    await page.getByLabel("Du", { exact: true }).fill(day);
    await page.getByText("D’une heure à une autre", { exact: true }).last().click();
    await page.getByLabel("De (heure)").fill("10:00");
    await page.getByLabel("À (heure)").fill("12:00");
    await page.getByRole("button", { name: "Voir qui serait touché" }).click();
    await expect(
      page.getByRole("heading", { name: "Aucune réservation n’est touchée" }),
    ).toBeVisible();
    await page.getByLabel("Motif").fill("Ménage");
    await page.getByRole("button", { name: "Fermer", exact: true }).click();
    await expect(page.getByText(/^Salle Impernal, .* de 10\sh à 12\sh\s: Ménage/)).toBeVisible();
    await page.goto("/lieux/faitout-luzech");
    await expect(page.getByText(/^Salle Impernal, .* de 10\sh à 12\sh\s: Ménage$/)).toBeVisible();
    await page.goto("/hote/faitout-luzech/fermer");
    await page.getByRole("button", { name: /^Annuler la fermeture.* de 10\sh à 12\sh$/ }).click();
    await expect(page.getByText("La fermeture est annulée.")).toBeVisible();

    const exceptional = addDays(day, 1);
    await page.goto(`/hote/faitout-luzech/horaires?forme=jour`);
    await page.getByLabel("Jour", { exact: true }).fill(exceptional);
    await page.getByLabel("Raison").fill("Fête du village");
    await page.getByRole("button", { name: "Voir ce que cela change" }).click();
    await page.getByRole("button", { name: /^Changer les horaires/ }).click();
    await expect(page.getByText("Les horaires sont changés.")).toBeVisible();
    await expect(page.getByText(/fermé \(Fête du village\)/)).toBeVisible();
    await page.locator(`a[href*="changement=usual&jour=${exceptional}"]`).click();
    await page.getByRole("button", { name: /^Changer les horaires/ }).click();
    await expect(page.getByText(/fermé \(Fête du village\)/)).toHaveCount(0);
  });
});
