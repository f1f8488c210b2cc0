import { expect, test } from "vitest";
import { isFromOurPages } from "@/lib/web/same-origin";

const ours = "https://cowloting.example";
const asks = (headers: Record<string, string>, publicOrigin = ours) =>
  isFromOurPages(new Headers({ host: "cowloting.example", ...headers }), publicOrigin);

test.each<[string, Record<string, string>]>([
  ["a browser of today", { origin: ours, "sec-fetch-site": "same-origin" }],
  ["a browser that sends no Origin to its own site", { "sec-fetch-site": "same-origin" }],
  ["an old browser that only sends Origin", { origin: ours }],
  ["a proxy that changes the host", { origin: ours, host: "127.0.0.1:3000" }],
])("a form of ours is accepted from %s", (_name, headers) => {
  expect(asks(headers)).toBe(true);
});

test("a form sent from the address actually typed is accepted, whatever the public one", () => {
  const local = { origin: "http://192.168.1.20:3000", host: "192.168.1.20:3000" };
  expect(asks({ ...local, "sec-fetch-site": "same-origin" }, "http://localhost:3000")).toBe(true);
});

test.each<[string, Record<string, string>]>([
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site in an old browser", { origin: "https://evil.example" }],
  ["another site that claims to be us by Origin", { origin: ours, "sec-fetch-site": "cross-site" }],
  ["a sister site of the same domain", { origin: ours, "sec-fetch-site": "same-site" }],
  ["another port of the same machine", { origin: `${ours}:8443` }],
  ["a host that ends like ours", { origin: "https://evil-cowloting.example" }],
  ["a host that begins like ours", { origin: "https://cowloting.example.evil.example" }],
  ["our name as a user name", { origin: "https://cowloting.example@evil.example" }],
  ["a sandboxed frame", { origin: "null" }],
  ["a sandboxed frame that claims to be us", { origin: "null", "sec-fetch-site": "same-origin" }],
  ["a page opened from a disk", { origin: "file://" }],
  ["a line of nonsense", { origin: "cowloting.example" }],
  ["an empty origin", { origin: "" }],
  ["a value nobody has defined", { origin: ours, "sec-fetch-site": "friendly" }],
  ["an address typed by hand, which sends no form", { "sec-fetch-site": "none" }],
  ["nobody who says where it comes from", {}],
])("what is sent from %s is refused", (_name, headers) => {
  expect(asks(headers)).toBe(false);
});
