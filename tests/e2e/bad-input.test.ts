import { randomUUID } from "node:crypto";
import { inDays } from "./support/days";
import { type Field, formsOf, post } from "./support/plain-forms";
import { expect, type Role, signInAs, test } from "./support/test";

const names = ["email", "slug", "day", "part", "resourceId", "bookingId", "reason", "name", "code"];
const hostile: Record<string, Field[]> = {
  "NUL everywhere": names.map((name) => [name, "a\0b"]),
  "a lone surrogate": names.map((name) => [name, "\ud800"]),
  "half a megabyte": [["email", "a".repeat(500_000)]],
  "a megabyte": [["reason", "a".repeat(1_000_000)]],
  "names of the language": [
    ["__proto__", "x"],
    ["constructor", "x"],
    ["toString", "x"],
  ],
  "a field nobody asked for": [["isAdmin", "1"]],
  "every field twice": names.flatMap((name): Field[] => [
    [name, "a"],
    [name, "b"],
  ]),
  "other types": names.map((name) => [name, '{"$ne":null}']),
  "dates that never were": [
    ["day", "2026-02-30"],
    ["jour", "2026-13-01"],
  ],
  "SQL and markup": names.map((name) => [
    name,
    `'; DROP TABLE bookings; --<script>alert(1)</script>`,
  ]),
  nothing: [],
};

const formPages: [Role, string[]][] = [
  ["visitor", ["/connexion", "/connexion/code", "/connexion/lien?jeton=x"]],
  ["member", ["/mon-espace", "/mon-espace/profil", "/reserver?lieu=faitout-luzech"]],
  [
    "host",
    [
      "/hote/faitout-luzech",
      "/hote/faitout-luzech/passage",
      "/hote/faitout-luzech/postes/nouveau?type=room",
      "/hote/faitout-luzech/fermer?moment=day",
      `/hote/faitout-luzech/horaires?changement=exception&jour=${inDays(60)}`,
    ],
  ],
  ["staff", ["/pilotage/hypotheses"]],
];

for (const [role, addresses] of formPages) {
  test(`no form of a ${role} turns hostile fields into an error of the server`, async ({
    page,
  }) => {
    await signInAs(page, role);
    let tried = 0;
    for (const address of addresses) {
      const [form] = (await formsOf(page.request, address)).slice(-1);
      expect(form, address).toBeDefined();
      for (const [what, fields] of Object.entries(hostile)) {
        const given = new Set(fields.map(([name]) => name));
        const kept = (form ?? []).filter(([name]) => !given.has(name));
        const response = await post(page.request, address, [...kept, ...fields]);
        expect(response.status(), `${address}: ${what}`).toBeLessThan(500);
        if (what === "a megabyte") expect(response.status()).toBe(413);
        tried += 1;
      }
    }
    expect(tried).toBe(addresses.length * Object.keys(hostile).length);
  });
}

test("a program is told in its own way that its address is no text", async ({ request }) => {
  for (const slug of ["%00", "%E0%A4%A"]) {
    const answer = await request.get(`/api/v1/spaces/${slug}`);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([
      ...[400, "application/problem+json"],
    ]);
    expect(await answer.json()).toMatchObject({ status: 400, code: "invalid_request" });
  }
});

test("no address turns hostile text into an error of the server", async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, "admin");
  const texts = [
    "%00",
    "%E0%A4%A",
    "%ed%a0%80",
    "__proto__",
    "2026-02-30",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "2000-01",
    "a".repeat(3_000),
    "%27--",
    "-".repeat(36),
    "&quoi=a&quoi=b&annulee=a&annulee=b",
  ];
  const places = [
    "/lieux/_",
    "/membres/_",
    "/membres/_/photo",
    "/membres?q=_",
    "/membres?le=_",
    "/membres?competence=_",
    "/membres?bloque=_",
    "/mon-espace/profil/apercu?pour=_",
    "/hote/_",
    "/hote/_/passage",
    "/hote/_/fermer",
    "/hote/_/horaires",
    "/mon-espace/reservations/_",
    "/mon-espace/series/_",
    "/mon-espace/series/nouvelle?lieu=_",
    "/mon-espace/series/nouvelle?lieu=faitout-luzech&poste=_&jour=_&moment=_&debut=_&fin=_&rythme=_&jusqu-au=_",
    "/mon-espace/absence?du=_&au=_&lieu=_",
    "/mon-espace/reservations/_/calendrier",
    "/?jour=_",
    "/?autour=_&moment=_&type=_",
    "/lieux/faitout-luzech?semaine=_&jour=_",
    "/reserver?lieu=_",
    "/reserver?lieu=faitout-luzech&jour=_&moment=_&poste=_",
    "/hote/faitout-luzech?jour=_&passage=_",
    "/hote/faitout-luzech/passage?membre=_",
    "/hote/faitout-luzech/semaine?du=_",
    "/hote/faitout-luzech/semaine/feuille?du=_",
    "/hote/faitout-luzech/creneau?poste=_&jour=_&moment=morning",
    "/hote/faitout-luzech/version?du=_&au=_",
    "/hote/faitout-luzech/reservations/_",
    "/hote/_/semaine",
    "/hote/_/plan",
    "/hote/_/postes",
    "/hote/_/reglages",
    "/hote/faitout-luzech/reglages?change=_",
    "/hote/faitout-luzech/postes?ajout=_&change=_",
    "/hote/faitout-luzech/postes/_",
    "/hote/faitout-luzech/postes/nouveau?type=_",
    "/hote/_/affiche",
    "/lieux/faitout-luzech/semaine?du=_",
    "/lieux/faitout-luzech/version?du=_&au=_",
    "/lieux/faitout-luzech/mois?mois=_",
    "/lieux?de=_&a=_",
    "/mon-espace/attestations/_",
    "/ici/_",
    "/ici/faitout-luzech?code=_",
    "/hote/faitout-luzech/fermer?jour=_&moment=_&fin=_&de=_&a=_&quoi=_&annulee=_",
    "/hote/faitout-luzech/horaires?changement=week&jours=_&des=_&de1=_&a1=_&qui=_",
    "/hote/faitout-luzech/horaires?changement=end&ligne=_&des=_",
    "/pilotage/fermetures?jour=_&moment=_&fin=_&annulee=_",
    "/pilotage?du=_&au=_",
    "/pilotage/rapport?periode=dates&du=_&au=_",
    "/pilotage/rapport/export/csv?periode=dates&du=_&au=_",
    "/connexion?suite=_",
    "/connexion/lien?jeton=_&suite=_",
    "/api/auth/_",
    "/api/auth/signin?callbackUrl=_",
    "/api/auth/csrf?callbackUrl=_",
    "/api/auth/callback/_?code=_&state=_",
    "/_",
  ];
  for (const place of places) {
    for (const text of texts) {
      const address = place.replaceAll("_", text);
      const { status } = await page.request.get(address, { maxRedirects: 0 }).then((response) => ({
        status: response.status(),
      }));
      expect(status, address.slice(0, 90)).toBeLessThan(500);
    }
  }
});

test("a NUL in a parameter is refused before it reaches Postgres", async ({ page }) => {
  await signInAs(page, "host");
  const address = "/hote/faitout-luzech/passage?membre=a%00b";
  expect((await page.request.get(address)).status()).toBe(400);
});

test("a month before anything was counted is said to be empty, and has no file", async ({
  page,
}) => {
  await signInAs(page, "staff");
  await page.goto("/pilotage?du=2001-01&au=2001-01");
  await expect(
    page.getByRole("status").getByText(/^Le réseau ne compte que depuis /),
  ).toBeVisible();
  expect(
    (
      await page.request.get(
        "/pilotage/rapport/export/csv?periode=dates&du=2000-02-31&au=2000-01-01",
      )
    ).status(),
  ).toBe(400);
});

test("arguments of an action that are no JSON are refused, with and without JavaScript", async ({
  page,
}) => {
  const [form = []] = await formsOf(page.request, "/connexion");
  const reference = form.find(([name]) => /^\$ACTION_\d+:/.test(name));
  expect(reference).toBeDefined();
  const broken = form.map(([name, value]): Field => [name, name.includes(":") ? "{bad" : value]);
  expect((await post(page.request, "/connexion", broken)).status()).toBe(400);
  expect((await post(page.request, "/connexion", [...form, ["0", "{bad"]])).status()).toBe(400);
  for (const nonsense of ["5", "null", "[]", "{}", '{"id":"x","bound":"$@9"}']) {
    const odd = form.map(([name, value]): Field => [name, name.includes(":") ? nonsense : value]);
    const { status } = await post(page.request, "/connexion", odd).then((response) => ({
      status: response.status(),
    }));
    expect(status, nonsense).toBeLessThan(500);
  }
});

test("what is no form is refused where sign-in providers come back, too", async ({ page }) => {
  for (const address of ["/api/auth/signin/x", "/api/auth/callback/x", "/api/auth/_log"]) {
    const headers = { "content-type": "application/json" };
    const refused = await page.request.post(address, { headers, data: Buffer.from("{bad") });
    expect(refused.status(), address).toBe(400);
    const form = { callbackUrl: "nulle part", csrfToken: "x" };
    expect((await page.request.post(address, { form, maxRedirects: 0 })).status()).toBeLessThan(
      500,
    );
  }
});

test("what does not exist is a clear 404 page", async ({ page }) => {
  await signInAs(page, "host");
  for (const address of [
    "/lieux/nulle-part",
    "/reserver?lieu=nulle-part",
    "/hote/nulle-part",
    "/hote/faitout-luzech?jour=2026-02-30",
    `/mon-espace/reservations/${randomUUID()}`,
    "/mon-espace/reservations/x",
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page n’existe pas");
  }
});

test("an impossible date says what is possible instead, and keeps what was typed", async ({
  page,
}) => {
  for (const address of ["/", "/lieux", "/lieux/faitout-luzech"]) {
    await page.goto(`${address}?jour=2026-02-30`);
    await expect(page.getByRole("alert").getByText("« 2026-02-30 » n’existe pas")).toBeVisible();
    await page.goto(`${address}?jour=2020-01-01`);
    await expect(page.getByRole("alert").getByText(/^Cette date est passée/)).toBeVisible();
    await page.goto(address);
    await expect(page.getByRole("alert").filter({ hasText: /Voici/ })).toHaveCount(0);
  }
  const farAway = inDays(390);
  await page.goto(`/?jour=${farAway}`);
  await expect(
    page.getByRole("alert").getByText(/^Le .* n’est pas encore ouvert à la réservation/),
  ).toBeVisible();
  await page.goto("/reserver?lieu=faitout-luzech&jour=2020-01-01");
  await expect(page.getByText(/^Cette date est passée/)).toBeVisible();
  await page.goto(`/reserver?lieu=faitout-luzech&jour=${farAway}`);
  await expect(page.getByText(/pas encore ouvert/i).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Voir ce jour" })).toBeVisible();
});

test("a form posted from another site is refused", async ({ page }) => {
  const [form = []] = await formsOf(page.request, "/connexion");
  const fields: Field[] = [...form, ["email", "victime@exemple.test"]];
  const evil = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
  const refused = await post(page.request, "/connexion", fields, evil);
  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain("ne vient pas d’une page de ce site");
  const ours = await post(page.request, "/connexion", fields);
  expect(ours.status()).toBe(303);
  const preference = { form: { theme: "dark" }, headers: evil };
  expect((await page.request.post("/preferences", preference)).status()).toBe(403);
});
