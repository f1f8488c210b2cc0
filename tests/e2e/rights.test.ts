import type { APIRequestContext, Browser, Page } from "@playwright/test";
import {
  addDays,
  anAddress,
  expect,
  type Role,
  signInAs,
  signInByCode,
  test,
  today,
} from "./support/test";

/** No other journey changes what is read of it here. */
const space = "le-pressoir";

type Fields = [name: string, value: string][];
type Form = { address: string; fields: Fields };

/** Every form of a page that posts to an action, filled as its reader finds it. */
async function formsOf(page: Page, address: string): Promise<Form[]> {
  const html = await (await page.request.get(address)).text();
  const found = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "text/html");
    return [...parsed.querySelectorAll<HTMLFormElement>("main form")]
      .filter(({ enctype }) => enctype === "multipart/form-data")
      .map((form) => {
        const button = form.querySelector<HTMLButtonElement>("button[name]");
        return [...new FormData(form, button)].map(([name, value]) => [name, String(value)]);
      });
  }, html);
  return found.map((fields) => ({ address, fields: fields as Fields }));
}

/** What a form changes, as its host reads it; the words alone. */
async function wordsOf(request: APIRequestContext, addresses: string[]): Promise<string> {
  const pages: string[] = [];
  for (const address of addresses) {
    const html = await (await request.get(address)).text();
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    pages.push(main.replace(/ (?:value|name)="\$ACTION[^"]*"| value="[\w-]{36}"/g, ""));
  }
  return pages
    .join("\n")
    .replace(/<script[\s\S]*?<\/script>/g, "")
    .replace(/ id="[^"]*"| for="[^"]*"| aria-\w+="[^"]*"/g, "");
}

async function answerTo(request: APIRequestContext, { address, fields }: Form) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const headers = { "sec-fetch-site": "same-origin" };
  const answer = await request.post(address, { headers, multipart: form, maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text() };
}

/** Somebody else, with their own cookies. */
async function as(browser: Browser, baseURL: string | undefined, role: Role): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await signInAs(page, role);
  return page;
}

/** A need of that person; its address. */
async function postAd(page: Page): Promise<string> {
  await page.goto("/annonces/nouvelle");
  await page.getByLabel("En une phrase").fill("Qui prête une échelle\u202f?");
  await page.getByLabel("Précisions").fill("Pour deux jours.");
  await page.getByRole("button", { name: "Publier l’annonce" }).click();
  await page.waitForURL(/publiee=1/);
  return new URL(page.url()).pathname;
}

test("the forms of a host and of a member change nothing when anybody else sends them", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const day = addDays(await today(page), 34);
  await signInByCode(page, anAddress(), `/reserver?lieu=${space}&jour=${day}&moment=day`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const own = new URL(page.url()).pathname;
  const id = own.split("/").at(-1) ?? "";
  const ad = await postAd(page);
  const ofMember = [
    own,
    `${own}/deplacer`,
    `${own}/echanger`,
    `${own}/rendre`,
    `/mon-espace/absence?du=${day}&au=${day}`,
    ad,
    `${ad}/modifier`,
  ];
  const forms: Form[] = [];
  for (const address of ofMember) forms.push(...(await formsOf(page, address)));

  const admin = await as(browser, baseURL, "admin");
  const hosting = [
    `/hote/${space}?jour=${day}`,
    `/hote/${space}/reservations/${id}`,
    `/hote/${space}/semaine?du=${day}`,
    `/hote/${space}/demandes`,
    `/hote/${space}/attente`,
    `/hote/${space}/passage`,
    `/hote/${space}/plan`,
    `/hote/${space}/postes`,
    `/hote/${space}/postes/nouveau?type=desk`,
    `/hote/${space}/membres`,
    `/hote/${space}/membres/nouveau`,
    `/hote/${space}/reglages`,
    `/hote/${space}/affiche`,
    `/hote/${space}/agenda`,
    `/hote/${space}/accueil`,
    `/hote/${space}/fermer?jour=${day}&moment=day`,
    `/hote/${space}/horaires?changement=exception&jour=${day}`,
  ];
  // Entered for others: it changes nothing that is read below, and must not fail either.
  const entered = [`/hote/${space}/enquete/saisie`, "/pilotage/enquete/saisie"];
  for (const address of [...hosting, ...entered]) {
    forms.push(...(await formsOf(admin, address)));
  }
  expect(forms.length).toBeGreaterThan(20);

  const read = [...hosting, ad];
  const before = await wordsOf(admin.request, read);
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    const other = await as(browser, baseURL, role);
    for (const form of forms) {
      const { status } = await answerTo(other.request, form);
      expect(status, `${role}: ${form.address}`).toBeLessThan(500);
    }
    expect(await wordsOf(admin.request, read), role).toBe(before);
    await other.context().close();
  }
  // The same forms, sent by whose they are, are heard: what was sent above met no deaf ear.
  let heard = 0;
  for (const form of forms) {
    const { status, text } = await answerTo(admin.request, form);
    if (status === 303 || !text.includes("message-danger")) heard += 1;
  }
  expect(heard).toBeGreaterThan(forms.length / 2);
  expect(await wordsOf(admin.request, read)).not.toBe(before);
});
