import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { demoAccounts, demoMembers } from "@/prisma/seed/demo-people";
import { strayLinks } from "./support/links";
import { pages } from "./support/pages";
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

/** Run by none of the demonstration's own accounts but the admin. */
const space = "le-pressoir";

/** Ways Next asks for a page besides the page itself: what a link fetches, and what it fetches ahead. */
const askings: { headers: Record<string, string>; suffix: string }[] = [
  { headers: {}, suffix: "" },
  { headers: { RSC: "1" }, suffix: "" },
  { headers: { RSC: "1" }, suffix: "_rsc=1k2j3" },
  { headers: { RSC: "1", "Next-Router-Prefetch": "1" }, suffix: "_rsc=1k2j3" },
  {
    headers: { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
    suffix: "_rsc=1k2j3",
  },
  {
    headers: { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_index" },
    suffix: "",
  },
  { headers: { RSC: "1", "Next-Url": "/mon-espace" }, suffix: "" },
  { headers: { Accept: "text/x-component", "x-nextjs-data": "1" }, suffix: "" },
  { headers: { "x-middleware-prefetch": "1", purpose: "prefetch" }, suffix: "" },
];

/** All that was answered, and of it what links fetch (React's own format). */
type Said = { all: string; flight: string };

/** Everything a page says to whoever asks for it in one of those ways, and as `.rsc`. */
async function allThatIsSaid(request: APIRequestContext, address: string): Promise<Said> {
  const said = { all: [] as string[], flight: [] as string[] };
  const [page = "", query] = address.split("?");
  for (const { headers, suffix } of askings) {
    const together = [query, suffix].filter(Boolean).join("&");
    const url = together ? `${page}?${together}` : page;
    // Next sends on to the address with the right mark of these headers: followed, as a browser does.
    const answer = await request.get(url, { headers });
    expect(answer.status(), `${url} ${JSON.stringify(headers)}`).toBeLessThan(500);
    const text = await answer.text();
    if (answer.headers()["content-type"]?.startsWith("text/x-component")) said.flight.push(text);
    said.all.push(text);
  }
  for (const ending of [".rsc", ".segments/_tree.segment.rsc", ".prefetch.rsc"]) {
    const answer = await request.get(`${page}${ending}`, { maxRedirects: 0 });
    expect(answer.status(), `${page}${ending}`).toBeLessThan(500);
    said.all.push(await answer.text());
  }
  return { all: said.all.join("\n"), flight: said.flight.join("\n") };
}

/** A need of that person; its address. */
async function postAd(page: Page, title: string): Promise<string> {
  await page.goto("/annonces/nouvelle");
  await page.getByLabel("En une phrase").fill(title);
  await page.getByLabel("Précisions").fill("Pour deux jours.");
  await page.getByRole("button", { name: "Publier l’annonce" }).click();
  await page.waitForURL(/publiee=1/);
  return new URL(page.url()).pathname;
}

const app = path.resolve(import.meta.dirname, "../../app");

const everybody = [...demoAccounts, ...demoMembers()];

/** Of these names and addresses, those that were said; the reader's own and the network's apart. */
function personsIn(text: string, own: string[]): string[] {
  return everybody
    .flatMap(({ name, email }) => [name, email])
    .filter((word) => !own.includes(word) && text.includes(word));
}

async function as(browser: Browser, baseURL: string | undefined, role: Role) {
  const context = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await signInAs(page, role);
  return { context, request: page.request };
}

const ownWords: Record<Role, string[]> = {
  // The page of sign-in, to which a visitor is sent, tells everybody the accounts of the demonstration.
  visitor: demoAccounts.map(({ email }) => email),
  member: ["Maëlle Rives", "membre@demo.test"],
  host: ["Sylvie Marty", "hote@demo.test"],
  staff: ["Agnès Pradines", "agent@demo.test"],
  admin: ["Hugo Fabre", "admin@demo.test"],
};

test("nothing of a person is in what links fetch, ahead or not, for whoever may not see the page", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const day = await today(page);
  await signInAs(page, "admin");
  const hosting = [
    `/hote/${space}`,
    `/hote/${space}?jour=${addDays(day, -1)}`,
    `/hote/${space}/semaine`,
    `/hote/${space}/semaine?du=${addDays(day, -7)}`,
    `/hote/${space}/passage?membre=ma`,
  ];
  const managing = ["/pilotage/roles", "/pilotage/journal"];
  const withPeople: string[] = [];
  for (const address of [...hosting, ...managing]) {
    const html = await (await page.request.get(address)).text();
    if (personsIn(html, ownWords.admin).length > 0) withPeople.push(address);
  }
  // Otherwise nothing would be hidden below: the names are in the page, and in what links fetch of it.
  expect(withPeople).toEqual(expect.arrayContaining([`/hote/${space}/semaine`, ...managing]));
  for (const address of withPeople) {
    const { flight } = await allThatIsSaid(page.request, address);
    expect(personsIn(flight, ownWords.admin), `admin: ${address}`).not.toEqual([]);
  }

  const mayNot: Record<Exclude<Role, "admin">, string[]> = {
    visitor: withPeople,
    member: withPeople,
    host: withPeople,
    staff: withPeople.filter((address) => address.startsWith("/hote/")),
  };
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    const { context, request } = await as(browser, baseURL, role);
    for (const address of mayNot[role]) {
      const { all } = await allThatIsSaid(request, address);
      expect(personsIn(all, ownWords[role]), `${role}: ${address}`).toEqual([]);
    }
    await context.close();
  }
});

/** What is only ever sent to is walked by the rights of its command (tests/db/rights.test.ts). */
const answersGet = (file: string) => readFileSync(file, "utf8").includes("export const GET");

/** Addresses of every page and file under a part of the site; what is numbered has a number nobody has. */
function addressesUnder(part: string): string[] {
  return readdirSync(path.join(app, part), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .filter((file) => file.endsWith("page.tsx") || answersGet(path.join(app, part, file)))
    .map((file) => `/${part}/${path.dirname(file)}`.replace(/\/\.$/, ""))
    .map((address) => address.replace("[slug]", space).replace(/\[\w+\]/g, crypto.randomUUID()));
}

test("every page and file of hosts and of staff is not found by anybody else, those of tomorrow too", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const day = await today(page);
  const [hosting, managing] = [addressesUnder("hote"), addressesUnder("pilotage")];
  expect(hosting).toContain(`/hote/${space}/reglages`);
  expect(managing).toContain("/pilotage/journal/export");
  const mayNot = {
    visitor: [...hosting, ...managing],
    member: [...hosting, ...managing],
    // A host of any space makes organisations.
    host: [...hosting, ...managing.filter((address) => !address.endsWith("/organisations"))],
    // Reports of abuse are theirs too, of every space, and so is announcing an event.
    staff: hosting.filter((address) => !/\/(signalements|evenements(\/nouveau)?)$/.test(address)),
  };
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    const { context, request } = await as(browser, baseURL, role);
    for (const address of mayNot[role]) {
      const asked = address.endsWith("/version") ? `${address}?du=${day}&au=${day}` : address;
      const answer = await request.get(asked, { maxRedirects: 0 });
      // Pages send a visitor to sign in; a file has nobody to send, and none says whether it is there.
      const expected = role === "visitor" ? [307, 404, 401] : [404];
      expect.soft(expected, `${role}: ${address} ${answer.status()}`).toContain(answer.status());
      if (answer.status() === 307) expect(answer.headers()["location"]).toContain("/connexion");
    }
    await context.close();
  }
});

test("a booking is in no answer to anybody but its owner and the host, however it is asked for", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const day = addDays(await today(page), 36);
  const email = anAddress();
  await signInByCode(page, email, `/reserver?lieu=${space}&jour=${day}&moment=day`);
  await page.getByRole("button", { name: "Réserver cette place" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/C’est réservé/);
  const own = new URL(page.url()).pathname;
  const id = own.split("/").at(-1) ?? "";
  const { flight } = await allThatIsSaid(page.request, own);
  expect(flight).toContain("Le Pressoir");
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    const { context, request } = await as(browser, baseURL, role);
    for (const address of [own, `${own}/deplacer`, `/hote/${space}/reservations/${id}`]) {
      const { all } = await allThatIsSaid(request, address);
      expect(all, `${role}: ${address}`).not.toContain("Le Pressoir");
      expect(all, `${role}: ${address}`).not.toContain(email);
    }
    await context.close();
  }
});

/** Somebody of this run alone, whom members find by their name; the address of their card. */
async function aListedPerson(page: Page, name: string): Promise<string> {
  await signInByCode(page, anAddress(), "/mon-espace/profil");
  await page.getByLabel("Nom affiché", { exact: true }).fill(name);
  await page.getByLabel("Qui voit « Nom affiché »").selectOption("members");
  await page.getByRole("button", { name: "Enregistrer mon profil" }).click();
  await expect(page.getByText("Votre profil est enregistré.")).toBeVisible();
  return `/membres?q=${encodeURIComponent(name)}`;
}

test("of somebody who blocked them, a member is told nothing, however it is asked for", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const [name, reader] = [`Ysaline Q${Date.now()}`, `Wilfried K${Date.now()}`];
  const found = await aListedPerson(page, name);
  const ad = await postAd(page, `Une échelle pour ${name}`);
  const context = await browser.newContext({ locale: "fr-FR", ...(baseURL ? { baseURL } : {}) });
  const other = await context.newPage();
  const card = await aListedPerson(other, reader);
  await other.goto(found);
  await other.getByRole("link", { name, exact: true }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(name);
  const profile = new URL(other.url()).pathname;
  const addresses = [profile, found, ad, `/annonces?q=${encodeURIComponent(name)}`];
  for (const address of addresses) {
    const { flight } = await allThatIsSaid(other.request, address);
    expect(flight, address).toContain(name);
  }

  await page.goto(card);
  await page.getByRole("link", { name: reader, exact: true }).click();
  await page.getByText(`Bloquer ${reader}`).click();
  await page.getByRole("button", { name: "Oui, bloquer" }).click();
  await expect(page.getByText(/Vous ne voyez plus/)).toBeVisible();
  const id = profile.split("/").at(-1) ?? "";
  for (const address of [...addresses, `${profile}/photo`, `/signaler?personne=${id}`]) {
    const { all } = await allThatIsSaid(other.request, address);
    // What was typed in the search is said back; the words beside it are not.
    expect(all, address).not.toContain(`pour ${name}`);
    if (!address.includes("q=")) expect(all, address).not.toContain(name);
  }
  await other.goto(found);
  await expect(other.getByRole("link", { name, exact: true })).toHaveCount(0);
  await context.close();
});

test("a request that calls itself something is given another number, in the journal too", async ({
  page,
}) => {
  await signInAs(page, "staff");
  const ours = "0".repeat(8);
  const headers = { "x-request-id": ours, "x-nonce": "theirs" };
  // A question nobody asked today: the same one is noted once.
  const asked = crypto.randomUUID().replaceAll(/[^a-f]/g, "");
  const question = `/pilotage/journal?du=${await today(page)}&action=journal.${asked}`;
  const answer = await page.request.get(question, { headers });
  const given = answer.headers()["x-request-id"] ?? "";
  expect(given).toMatch(/^[0-9a-f-]{36}$/);
  const told = await (await page.request.get("/pilotage/journal")).text();
  expect(told).toContain(given);
  expect(told).not.toContain(ours);
});

test("each link of the pages of each role leads where it says", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const walked = new Set(["/nulle-part"]);
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    const { context, request } = await as(browser, baseURL, role);
    // What a page answers to a question has the links of the page.
    const plain = pages[role].filter((address) => !address.includes("?"));
    const own = plain.filter((address) => address === "/" || !walked.has(address));
    expect.soft(await strayLinks(request, own), role).toEqual([]);
    for (const address of own) walked.add(address);
    await context.close();
  }
});
