import { expect, test } from "vitest";
import { headersOfSentFile, securityHeaders } from "@/lib/web/security-headers";

const live = { trusted: { nonce: "bm9uY2U=" }, secure: true, development: false };

function policyOf(circumstances: Parameters<typeof securityHeaders>[0]): Map<string, string[]> {
  const text = securityHeaders(circumstances)["content-security-policy"] ?? "";
  return new Map(
    text.split("; ").map((directive): [string, string[]] => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values];
    }),
  );
}

test("a script runs only when the page itself names it", () => {
  expect(policyOf(live).get("script-src")).toEqual([
    "'self'",
    "'nonce-bm9uY2U='",
    "'strict-dynamic'",
  ]);
});

test("a page kept for all runs our files and its very own inline scripts, by no nonce that could be learnt", () => {
  const policy = policyOf({ ...live, trusted: { hashes: ["'sha256-b25l'", "'sha256-dHdv'"] } });
  expect(policy.get("script-src")).toEqual(["'self'", "'sha256-b25l'", "'sha256-dHdv'"]);
  expect(policy.get("style-src-elem")).toEqual(["'self'"]);
});

test("nothing at all runs in a page that has nothing to run", () => {
  expect(policyOf({ ...live, trusted: { hashes: [] } }).get("script-src")).toEqual(["'none'"]);
});

test("nothing is asked of another site, and anything not named is ours only", () => {
  const policy = policyOf(live);
  expect(policy.get("default-src")).toEqual(["'self'"]);
  expect(policy.get("connect-src")).toEqual(["'self'"]);
  expect(policy.get("font-src")).toEqual(["'self'"]);
  expect(policy.get("img-src")).toEqual(["'self'", "data:"]);
  const everything = [...policy.values()].flat();
  expect(everything.filter((value) => /^https?:|^\*|^blob:|unsafe-eval/.test(value))).toEqual([]);
});

test("inline styles are allowed as attributes only, for the map", () => {
  const policy = policyOf(live);
  const inline = [...policy].filter(([, values]) => values.includes("'unsafe-inline'"));
  expect(inline.map(([name]) => name)).toEqual(["style-src-attr"]);
  expect(policy.get("style-src-elem")).toEqual(["'self'", "'nonce-bm9uY2U='"]);
});

test("a page is never framed, re-based, or made to post elsewhere, and loads no plug-in", () => {
  const policy = policyOf(live);
  expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
  expect(policy.get("base-uri")).toEqual(["'none'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  expect(policy.get("object-src")).toEqual(["'none'"]);
});

test("the button of a sign-in provider may lead to its site, and only there", () => {
  const issuers = [
    "https://login.example/realms/lot/",
    "https://login.example",
    "https://b.example",
  ];
  expect(policyOf({ ...live, issuers }).get("form-action")).toEqual([
    "'self'",
    "https://login.example",
    "https://b.example",
  ]);
});

test.each([
  ["https://data.geopf.fr/wmts?layer=PLAN&z={z}&x={x}&y={y}", "https://data.geopf.fr"],
  ["https://{s}.tiles.example/{z}/{x}/{y}.png", "https://*.tiles.example"],
  ["http://localhost:8080/{z}/{x}/{y}.png", "http://localhost:8080"],
])("the tiles of %s may be shown, and only they", (tilesUrl, origin) => {
  const policy = policyOf({ ...live, tilesUrl });
  expect(policy.get("img-src")).toEqual(["'self'", "data:", origin]);
  expect(new Map([...policy, ["img-src", []]])).toEqual(
    new Map([...policyOf(live), ["img-src", []]]),
  );
});

test("the developer's reload works on the developer's machine only", () => {
  const policy = policyOf({ ...live, development: true });
  expect(policy.get("script-src")).toContain("'unsafe-eval'");
  expect(policy.get("connect-src")).toContain("ws:");
});

test("a browser asks for https from then on, once it has come by https", () => {
  expect(securityHeaders(live)["strict-transport-security"]).toMatch(/^max-age=31536000/);
  expect(securityHeaders({ ...live, secure: false })).not.toHaveProperty(
    "strict-transport-security",
  );
});

test("types are not guessed, addresses are not told to other sites, nothing listens or watches", () => {
  expect(securityHeaders(live)).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringMatching(/camera=\(\), microphone=\(\)/),
  });
});

test("a picture somebody sent runs and fetches nothing when it is opened by itself", () => {
  expect(headersOfSentFile("/membres/01/photo")["content-security-policy"]).toMatch(
    /default-src 'none'.*sandbox/,
  );
  for (const path of [
    "/membres/01",
    "/membres",
    "/mon-espace/profil/photo",
    "/membres/a/b/photo",
  ]) {
    expect(headersOfSentFile(path)).toEqual({});
  }
});

test("nobody frames a page, but whom it is made for; nobody takes a file, but one made to be taken", () => {
  expect(policyOf(live).get("frame-ancestors")).toEqual(["'none'"]);
  expect(policyOf({ ...live, ancestors: [] }).get("frame-ancestors")).toEqual(["'none'"]);
  const partners = ["https://luzech.example", "https://prayssac.example"];
  expect(policyOf({ ...live, ancestors: partners }).get("frame-ancestors")).toEqual(partners);
  const takenBy = (circumstances: Parameters<typeof securityHeaders>[0]) =>
    securityHeaders(circumstances)["cross-origin-resource-policy"];
  expect([takenBy(live), takenBy({ ...live, isShared: true })]).toEqual([
    "same-origin",
    "cross-origin",
  ]);
});
