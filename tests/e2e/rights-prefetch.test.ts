import { readdirSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext, Browser } from "@playwright/test";
import { demoAccounts, demoMembers } from "@/prisma/seed/demo-people";
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

/** Everything a page says to whoever asks for it in one of those ways, and as `.rsc`. */
async function allThatIsSaid(request: APIRequestContext, address: string): Promise<string> {
  const said: string[] = [];
  const [page = "", query] = address.split("?");
  for (const { headers, suffix } of askings) {
    const together = [query, suffix].filter(Boolean).join("&");
    const url = together ? `${page}?${together}` : page;
    const answer = await request.get(url, { headers, maxRedirects: 0 });
    expect(answer.status(), `${url} ${JSON.stringify(headers)}`).toBeLessThan(500);
    said.push(await answer.text());
  }
  for (const ending of [".rsc", ".segments/_tree.segment.rsc", ".prefetch.rsc"]) {
    const answer = await request.get(`${page}${ending}`, { maxRedirects: 0 });
    expect(answer.status(), `${page}${ending}`).toBeLessThan(500);
    said.push(await answer.text());
  }
  return said.join("\n");
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
  visitor: [],
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
  // Otherwise nothing would be hidden below.
  expect(withPeople).toEqual(expect.arrayContaining([`/hote/${space}/semaine`, ...managing]));

  const mayNot: Record<Exclude<Role, "admin">, string[]> = {
    visitor: withPeople,
    member: withPeople,
    host: withPeople,
    staff: withPeople.filter((address) => address.startsWith("/hote/")),
  };
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    const { context, request } = await as(browser, baseURL, role);
    for (const address of mayNot[role]) {
      const said = await allThatIsSaid(request, address);
      expect(personsIn(said, ownWords[role]), `${role}: ${address}`).toEqual([]);
    }
    await context.close();
  }
});

/** Addresses of every page and file under a part of the site; what is numbered has a number nobody has. */
function addressesUnder(part: string): string[] {
  return readdirSync(path.join(app, part), { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
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
    // Reports of abuse are theirs too, of every space.
    staff: hosting.filter((address) => !address.endsWith("/signalements")),
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
  expect(await allThatIsSaid(page.request, own)).toContain("Le Pressoir");
  for (const role of ["visitor", "member", "host", "staff"] as const) {
    const { context, request } = await as(browser, baseURL, role);
    for (const address of [own, `${own}/deplacer`, `/hote/${space}/reservations/${id}`]) {
      const said = await allThatIsSaid(request, address);
      expect(said, `${role}: ${address}`).not.toContain("Le Pressoir");
      expect(said, `${role}: ${address}`).not.toContain(email);
    }
    await context.close();
  }
});

test("a request that calls itself something is given another number, in the journal too", async ({
  page,
}) => {
  await signInAs(page, "staff");
  const ours = "0".repeat(8);
  const headers = { "x-request-id": ours, "x-nonce": "theirs" };
  const question = `/pilotage/journal?du=${await today(page)}&action=journal.read`;
  const answer = await page.request.get(question, { headers });
  const given = answer.headers()["x-request-id"] ?? "";
  expect(given).toMatch(/^[0-9a-f-]{36}$/);
  const told = await (await page.request.get("/pilotage/journal")).text();
  expect(told).toContain(given);
  expect(told).not.toContain(ours);
});
