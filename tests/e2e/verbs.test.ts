import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, expect, signInAs, test, today } from "./support/test";

/** Books a morning on the first day from there that can be had; the address of the booking. */
async function bookFrom(page: Page, first: string): Promise<string> {
  for (let later = 0; later < 12; later += 1) {
    const day = addDays(first, later);
    await page.goto(`/reserver?lieu=faitout-prayssac&jour=${day}&moment=morning`);
    const book = page.getByRole("button", { name: "Réserver cette place" });
    if ((await book.count()) === 0) continue;
    await book.click();
    const title = page.getByRole("heading", { level: 1, name: /C’est réservé/ });
    await title.or(page.getByText("Vous avez déjà une place")).first().waitFor();
    if (await title.isVisible()) return new URL(page.url()).pathname;
  }
  throw new Error(`nothing to book from ${first}`);
}

async function cancel(page: Page, booking: string): Promise<void> {
  await page.goto(booking);
  await page.getByRole("button", { name: "Annuler la réservation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Réservation annulée");
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
}

test("two members exchange their bookings by keyboard alone, on a page of 320 pixels", async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 700 });
  const first = addDays(await today(page), 22);
  await signInAs(page, "staff");
  const theirs = await bookFrom(page, addDays(first, 7));
  await page.goto(`${theirs}/echanger`);
  const code = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? "";
  await signInAs(page, "member");
  const mine = await bookFrom(page, first);
  await tabTo(page, /^Échanger$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Échanger la réservation");
  await expectNoSidewaysScroll(page);
  await tabTo(page, /^Code de l’autre réservation$/);
  await page.keyboard.type(code.toLowerCase());
  await tabTo(page, /^Proposer l’échange$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Proposition envoyée")).toBeVisible();
  await signInAs(page, "staff", `${theirs}/echanger`);
  await expectNoSidewaysScroll(page);
  await expect(page.getByText("Maëlle")).toHaveCount(0);
  await tabTo(page, /^Accepter l’échange$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("L’échange est fait")).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(mine);
  await cancel(page, mine);
  await signInAs(page, "member");
  for (const was of [mine, `${mine}/deplacer`, `${mine}/echanger`, `${mine}/rendre`]) {
    await page.goto(was);
    await expect(
      page.getByText(/^Cette réservation n’est plus la vôtre\s: vous l’avez/),
    ).toBeVisible();
  }
  await cancel(page, theirs);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a member moves a booking to another day and reads where it is now", async ({ page }) => {
    test.slow();
    const first = addDays(await today(page), 36);
    await signInAs(page, "member");
    const booking = await bookFrom(page, first);
    await page.getByRole("link", { name: "Déplacer" }).click();
    const day = await page.getByLabel("Jour", { exact: true }).inputValue();
    for (let later = 1; later < 8; later += 1) {
      await page.getByLabel("Jour", { exact: true }).fill(addDays(day, later));
      await page.getByRole("button", { name: "Voir les places" }).click();
      if ((await page.getByRole("button", { name: "Déplacer ici" }).count()) > 0) break;
    }
    await page.getByRole("button", { name: "Déplacer ici" }).click();
    await expect(page.getByText("Votre réservation est déplacée")).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(booking);
    await cancel(page, booking);
  });
});
