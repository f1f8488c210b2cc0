import { expect, test } from "vitest";
import { refusedRequest } from "@/lib/web/refused-request";

const ours = "https://cowloting.example";
const fromUs = { "sec-fetch-site": "same-origin" };

async function statusOf(
  path: string,
  init: RequestInit = {},
  isSignedIn = true,
): Promise<number | null> {
  const request = new Request(ours + path, init);
  if (typeof init.body === "string") {
    request.headers.set("content-length", String(Buffer.byteLength(init.body)));
  }
  return (await refusedRequest(request, ours, async () => isSignedIn))?.status ?? null;
}

function aForm(fields: Record<string, string>, headers: Record<string, string> = fromUs) {
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--limite\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const type = { "content-type": "multipart/form-data; boundary=limite" };
  return { method: "POST", headers: { ...type, ...headers }, body: `${parts.join("")}--limite--` };
}

test.each(["/lieux", "/?jour=2026-02-30", "/?texte=%E0%A4%A", "/connexion?suite=%2Flieux"])(
  "%s is an address people may come by",
  async (path) => {
    expect(await statusOf(path)).toBeNull();
  },
);

test.each(["/lieux/%00", "/lieux/%E0%A4%A", "/lieux?autour=%00", "/?%00=1", "/?a=1&b=x%00y"])(
  "%s is no text Postgres could read",
  async (path) => {
    expect(await statusOf(path)).toBe(400);
  },
);

test("a form of ours goes on; the same from another site does not", async () => {
  expect(await statusOf("/connexion", aForm({ email: "a@exemple.test" }))).toBeNull();
  const evil = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
  expect(await statusOf("/connexion", aForm({ email: "a@exemple.test" }, evil))).toBe(403);
});

test("the arguments React writes are read, with and without JavaScript", async () => {
  const withoutJavaScript = {
    $ACTION_REF_1: "",
    "$ACTION_1:0": '{"id":"abc","bound":"$@1"}',
    "$ACTION_1:1": '[{"status":"idle"}]',
    $ACTION_KEY: "k123",
  };
  expect(await statusOf("/connexion", aForm(withoutJavaScript))).toBeNull();
  expect(await statusOf("/connexion", aForm({ "0": '["$K1"]' }))).toBeNull();
});

test.each([
  { "0": "{bad" },
  { "0": '{"then":1}' },
  { "$ACTION_1:0": "{bad" },
  { "$ACTION_1:0": "{}", "$ACTION_1:1": "{bad" },
  { "$ACTION_27:12": "" },
])("%j is not what React writes", async (fields) => {
  expect(await statusOf("/connexion", aForm(fields))).toBe(400);
});

test("a provider may post from its own site, but only what can be read", async () => {
  const path = "/api/auth/callback/essai";
  const origin = { origin: "https://provider.example", "sec-fetch-site": "cross-site" };
  const post = (type: string, body: string) =>
    statusOf(path, { method: "POST", headers: { ...origin, "content-type": type }, body });
  expect(await post("application/x-www-form-urlencoded", "code=abc&state=x")).toBeNull();
  expect(await post("application/json", "{bad")).toBe(400);
  expect(await post("application/json", '{"callbackUrl":{}}')).toBe(400);
  expect(await post("application/x-www-form-urlencoded", `a=${"b".repeat(300_000)}`)).toBe(413);
});

test("whoever does not say how much is coming is refused", async () => {
  const request = new Request(`${ours}/connexion`, { method: "POST", headers: fromUs });
  expect(await refusedRequest(request, ours, async () => true)).toMatchObject({ status: 413 });
});

test("a photo or a file of places may weigh more than any other form, on its own page only, and not without end", async () => {
  const post = (path: string, bytes: number) => {
    const headers = { ...fromUs, "content-type": "application/x-www-form-urlencoded" };
    return statusOf(path, { method: "POST", headers, body: `a=${"b".repeat(bytes)}` });
  };
  expect(await post("/mon-espace/profil/photo", 10_000_000)).toBeNull();
  expect(await post("/mon-espace/profil/photo", 12_000_001)).toBe(413);
  expect(await post("/pilotage/lieux-voisins", 1_100_000)).toBeNull();
  expect(await post("/pilotage/organisations", 300_000)).toBe(413);
  for (const path of ["/mon-espace/profil", "/membres/x/photo", "/mon-espace/profil/photo/x"]) {
    expect(await post(path, 300_000), path).toBe(413);
  }
});

test("a photo is read for nobody who is not signed in; what any form may weigh is", async () => {
  const post = (bytes: number) => {
    const headers = { ...fromUs, "content-type": "application/x-www-form-urlencoded" };
    const sent = { method: "POST", headers, body: `a=${"b".repeat(bytes)}` };
    return statusOf("/mon-espace/profil/photo", sent, false);
  };
  expect(await post(10_000_000)).toBe(413);
  expect(await post(300_000)).toBe(413);
  expect(await post(200_000)).toBeNull();
});

test("nobody's session is looked for where nothing large comes", async () => {
  let asked = 0;
  const count = async () => {
    asked += 1;
    return true;
  };
  const request = new Request(`${ours}/connexion`, aForm({ email: "a@exemple.test" }));
  request.headers.set("content-length", "300");
  await refusedRequest(request, ours, count);
  await refusedRequest(new Request(`${ours}/lieux`), ours, count);
  expect(asked).toBe(0);
});

test("a mailbox may stop a mail from elsewhere, and posts nothing else from there", async () => {
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const post = { method: "POST", headers: type, body: "List-Unsubscribe=One-Click" };
  expect(await statusOf("/desabonnement/un-clic?jeton=x", post)).toBeNull();
  expect(await statusOf("/enquete/contact/arreter/un-clic?jeton=x", post)).toBeNull();
  for (const path of [
    "/desabonnement",
    "/desabonnement/un-clic/x",
    "/x/desabonnement/un-clic",
    "/enquete/contact/arreter",
    "/enquete/contact/arreter/un-clic/x",
  ]) {
    expect(await statusOf(path, post), path).toBe(403);
  }
});
