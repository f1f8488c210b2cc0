import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { hostileTexts } from "@/tests/support/hostile-texts";
import { type OtherServer, otherServer } from "./support/other-server";
import { type Role, roles, signInAs } from "./support/test";

/** `mails`: one of each kind, as a page. */
type Hostile = { origin: string; filled: string[]; mails: [kind: string, html: string][] };

let server: OtherServer<Hostile>;
let hostile: Hostile;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await otherServer("hostile-server.ts", "HOSTILE");
  hostile = server.told;
});

test.afterAll(() => server.stop());

type Watched = { ran: string[]; complaints: string[] };

/** A reader of hostile pages: what runs calls `intrus`, what is stopped on its way is complained of. */
async function aReader(browser: Browser, origin: string): Promise<BrowserContext & Watched> {
  const context = await browser.newContext({ locale: "fr-FR", baseURL: origin });
  const watched: Watched = { ran: [], complaints: [] };
  await context.exposeFunction("intrus", (which: unknown) => watched.ran.push(String(which)));
  context.on("dialog", (dialog) => {
    watched.ran.push(dialog.message());
    void dialog.dismiss();
  });
  context.on("weberror", (error) => watched.complaints.push(error.error().message));
  context.on("console", (message) => {
    const isExpected = /Failed to load resource: .* status of (4\d\d|503)/.test(message.text());
    if (message.type() === "error" && !isExpected) watched.complaints.push(message.text());
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) watched.ran.push(url.href);
  });
  return Object.assign(context, watched);
}

/** What of a page would act if somebody touched it: handlers, addresses that are none, foreign frames. */
function acting(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isAddress = /^(href|src|action|formaction|xlink:href|data|srcdoc)$/;
    const leadsNowhereElse = /^(https?:\/\/|mailto:|tel:|[#?.]|\/(?!\/)|$)/;
    const acts = ({ name, value }: Attr) =>
      isAddress.test(name) ? !leadsNowhereElse.test(value) : /^on/.test(name);
    const foreign = document.querySelectorAll("iframe, object, embed, base, marquee, math");
    const attributes = [...document.querySelectorAll("body *")].flatMap(({ attributes: all }) => [
      ...all,
    ]);
    return [
      ...[...foreign].map(({ tagName }) => tagName),
      ...attributes.filter(acts).map(({ name, value }) => `${name}=${value.slice(0, 80)}`),
    ];
  });
}

const space = "faitout-luzech";
const seeds: Record<Role, string[]> = {
  visitor: [
    ...["/", "/lieux", `/lieux/${space}`, `/lieux/${space}/semaine`, "/membres", "/annonces"],
    ...["/evenements", "/evenements?vue=mois", "/evenements/passes", "/evenements/integre"],
  ],
  member: [
    ...["/mon-espace", "/mon-espace/donnees", "/membres", "/annonces", "/messages"],
    ...["/mon-espace/profil", "/mon-espace/lieux", "/mon-espace/organisations"],
  ],
  host: [
    ...[`/hote/${space}`, `/hote/${space}/semaine`, `/hote/${space}/passage?membre=in`],
    ...[`/hote/${space}/membres`, `/hote/${space}/accueil`, `/hote/${space}/signalements`],
    ...[`/hote/${space}/demandes`, `/hote/${space}/postes`],
  ],
  staff: [
    ...["/pilotage", "/pilotage/journal", "/pilotage/roles", "/pilotage/organisations"],
    ...["/pilotage/signalements", "/pilotage/reseau", "/pilotage/rapport", "/mon-espace"],
  ],
  admin: ["/hote/le-pressoir", "/pilotage/journal?action=role.granted", "/mon-espace"],
};
/** Kinds of pages on which what people wrote is read, and which each walk must have come to. */
const mustRead: Record<Role, string[]> = {
  visitor: ["/lieux/*", "/evenements/*"],
  member: [
    "/mon-espace/donnees",
    "/mon-espace/reservations/*",
    "/membres/*",
    "/annonces/*",
    "/messages/*",
  ],
  host: [
    ...["/hote/*", "/hote/*/semaine", "/hote/*/membres", "/hote/*/membres/*", "/hote/*/accueil"],
    ...["/hote/*/signalements", "/hote/*/reservations/*", "/hote/*/reservations/*/confirmation"],
  ],
  staff: [
    "/pilotage/journal",
    "/pilotage/roles",
    "/pilotage/organisations",
    "/pilotage/signalements",
  ],
  admin: ["/hote/*", "/pilotage/journal"],
};
/** Addresses that show nothing more, or that go elsewhere. */
const passedBy = /^\/(preferences|bienvenue|api\/auth|_next|agenda|demo)/;
/** Shown to everybody alike: a visitor has read them. */
const forEverybody =
  /^\/($|\?|lieux|evenements|comprendre|accessibilite|confidentialite|mentions|connexion|ici)/;
const pagesOfARole = 18;

/** The page an address is of: its numbers, days and names of places taken out. */
function kindOf(address: string): string {
  const { pathname } = new URL(address, "http://x");
  return pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*")
    .replace(/\d{4}-\d{2}(-\d{2})?/g, "*")
    .replace(/^\/evenements\/(?!passes|integr|inscription)[^/]+/, "/evenements/*")
    .replace(/^\/(lieux|hote|ici)\/[^/]+/, "/$1/*");
}

type Links = { pages: string[]; files: string[] };

/** Where a page leads on our own site. */
async function linksOf(page: Page): Promise<Links> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((link) => ({
      href: link.getAttribute("href")?.split("#")[0] ?? "",
      isFile: link.hasAttribute("download"),
    })),
  );
  const ownLinks = links.filter(({ href }) => /^\/(?!\/)/.test(href) && !passedBy.test(href));
  const isFile = (link: { href: string; isFile: boolean }) =>
    link.isFile ||
    /\/(feuille|export(?!s)|calendrier|attestations\/)|\.(ics|xml)(\?|$)/.test(link.href);
  return {
    pages: ownLinks.filter((link) => !isFile(link)).map(({ href }) => href),
    files: ownLinks.filter(isFile).map(({ href }) => href),
  };
}

/** Follows the links of pages, one of each kind, as that role. */
async function walk(context: BrowserContext, role: Role): Promise<string[]> {
  const page = await context.newPage();
  await signInAs(page, role);
  const [queue, kinds, files] = [[...seeds[role]], new Set<string>(), new Set<string>()];
  for (let next = queue.shift(); next && kinds.size < pagesOfARole; next = queue.shift()) {
    if (kinds.has(kindOf(next))) continue;
    kinds.add(kindOf(next));
    const answer = await page.goto(next);
    expect.soft(answer?.status(), `${role}: ${next}`).toBeLessThan(500);
    expect.soft(await acting(page), `${role}: ${next}`).toEqual([]);
    const links = await linksOf(page);
    const isNew = (address: string) => role === "visitor" || !forEverybody.test(address);
    const isWanted = (address: string) => mustRead[role].includes(kindOf(address));
    queue.unshift(...links.pages.filter(isWanted));
    queue.push(...links.pages.filter(isNew));
    for (const file of links.files) files.add(file);
  }
  for (const file of [...files].slice(0, 4)) {
    const answer = await page.request.get(file);
    expect.soft(answer.status(), `${role}: ${file}`).toBeLessThan(500);
    expect.soft(answer.headers()["content-type"], file).not.toContain("html");
  }
  await page.close();
  return [...kinds];
}

for (const role of roles) {
  test(`whatever was written, nothing of it runs on the pages of a ${role}`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const reader = await aReader(browser, hostile.origin);
    const kinds = await walk(reader, role);
    expect(kinds).toEqual(expect.arrayContaining(mustRead[role]));
    expect(reader.ran).toEqual([]);
    expect(reader.complaints).toEqual([]);
    await reader.close();
  });
}

test("whatever was written, nothing of it runs in a mail", async ({ browser }) => {
  const reader = await aReader(browser, hostile.origin);
  const page = await reader.newPage();
  expect(hostile.mails.length).toBeGreaterThan(20);
  for (const [kind, html] of hostile.mails) {
    await page.setContent(html);
    expect.soft(await acting(page), kind).toEqual([]);
  }
  expect(reader.ran).toEqual([]);
  await reader.close();
});

test("the texts were there, where people write, and each is one that runs where it is not escaped", async ({
  browser,
}) => {
  for (const column of ["persons.name", "bookings.note", "closures.reason", "ads.text"]) {
    expect(hostile.filled).toContain(column);
  }
  const reader = await aReader(browser, hostile.origin);
  const page = await reader.newPage();
  await signInAs(page, "host", `/hote/${space}`);
  const shown = await page.locator("main").textContent();
  expect(shown).toContain("intrus(");
  // On a page without a policy, and none that opens a script without ending it: the rest would be in it.
  const blank = await reader.newPage();
  const whole = hostileTexts.filter((text) => /^<(img|svg|details|video|audio)\b/.test(text));
  await blank.setContent(whole.join(" "));
  await expect.poll(() => reader.ran.length).toBeGreaterThan(0);
  expect(await acting(blank)).not.toEqual([]);
  await reader.close();
});
