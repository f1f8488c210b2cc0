import type { Browser, Page } from "@playwright/test";
import { tabTo } from "./support/keyboard";
import { addDays, anAddress, expect, signInByCode, test, today } from "./support/test";

test("a digest and quiet hours are set with the keyboard alone, at 320 pixels", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signInByCode(page, anAddress(), "/mon-espace/notifications");
  await tabTo(page, /Entraide.*par courriel/);
  // « at once », « once a day », « once a week ».
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, /^De$/);
  // A field of hours is typed in the order of the browser’s own language.
  await page.locator(":focus").fill("21:00");
  await tabTo(page, /^À$/);
  await page.locator(":focus").fill("07:00");
  await tabTo(page, /^Enregistrer mes choix$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Vos choix sont enregistrés.")).toBeVisible();
  await expect(page.locator("[name=mail_mutual_help]")).toHaveValue("weekly");
  await expect(page.locator("[name=quietFrom]")).toHaveValue("21:00");
  await expect(page.locator("[name=quietUntil]")).toHaveValue("07:00");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});

async function aPerson(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: "fr-FR", javaScriptEnabled: false },
    ...(baseURL ? { baseURL } : {}),
  });
  return context.newPage();
}

test("one unsubscribes from a mail in one click, without JavaScript nor session, and takes it back", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const day = addDays(await today(page), 16);
  const email = anAddress();
  const at = (moment: string) => `/reserver?lieu=faitout-luzech&jour=${day}&moment=${moment}`;
  await signInByCode(page, email, at("morning"));
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await page.goto(`${new URL(page.url()).pathname}/echanger`);
  const code = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? "";

  // Somebody proposes an exchange: a mail one can do without.
  await signInByCode(page, anAddress(), at("afternoon"));
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  await page.goto(`${new URL(page.url()).pathname}/echanger`);
  await page.getByLabel("Code de l’autre réservation").fill(code);
  await page.getByRole("button", { name: "Proposer l’échange" }).click();
  let link = "";
  await expect(async () => {
    await page.goto("/demo/courriels");
    const mail = page.getByRole("listitem").filter({ hasText: email }).first();
    const text = (await mail.textContent()) ?? "";
    link = /\/desabonnement\?jeton=[\w.-]+/.exec(text)?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass();

  const reader = await aPerson(browser, baseURL);
  await reader.goto(link);
  await expect(reader.getByText("Vous ne recevrez plus par courriel")).toBeVisible();
  await reader.getByRole("button", { name: "Me désabonner" }).click();
  await expect(reader.getByText("C’est fait, vous êtes désabonné.")).toBeVisible();
  await reader.getByRole("button", { name: "Revenir en arrière" }).click();
  await expect(reader.getByText("Tout est comme avant.")).toBeVisible();
  await reader.context().close();

  // A mailbox does it by itself: one post from elsewhere, no cookie; reading the address does nothing.
  const oneClick = link.replace("/desabonnement?", "/desabonnement/un-clic?");
  const form = { "List-Unsubscribe": "One-Click" };
  const mailbox = await browser.newContext(baseURL ? { baseURL } : {});
  expect((await mailbox.request.post(oneClick, { form })).status()).toBe(204);
  expect((await mailbox.request.post(oneClick, { form: { a: "b" } })).status()).toBe(400);
  expect((await mailbox.request.post(`${oneClick}x`, { form })).status()).toBe(400);
  const read = await mailbox.request.get(oneClick, { maxRedirects: 0 });
  expect([read.status(), read.headers()["location"]]).toEqual([303, link]);
  await mailbox.close();
  await signInByCode(page, email, "/mon-espace/notifications");
  await expect(page.locator("[name=mail_exchanges]")).toHaveValue("never");
});

test("the browser gets the script of pushed messages and nothing else runs by it", async ({
  page,
}) => {
  const answer = await page.request.get("/service-worker.js");
  expect(answer.headers()["content-type"]).toContain("text/javascript");
  const script = await answer.text();
  expect(script).toContain("showNotification");
  // No request of the site goes through it: pages are never told from a copy.
  expect(script).not.toContain("fetch");
});
