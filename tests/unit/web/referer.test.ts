import { expect, test } from "vitest";
import { pathOfReferer } from "@/lib/web/referer";

const ours = "https://cowloting.example";
const from = (referer: string, host = "cowloting.example") =>
  pathOfReferer(new Headers({ host, ...(referer ? { referer } : {}) }), ours);

test("the page one comes from is its path and what it asked", () => {
  expect(from("https://cowloting.example/lieux?jour=2026-06-16#semaine")).toBe(
    "/lieux?jour=2026-06-16",
  );
  expect(from("https://cowloting.example/lieux", "127.0.0.1:3000")).toBe("/lieux");
});

test.each([
  "",
  "nulle part",
  "https://evil.example/lieux",
  "https://cowloting.example//evil.example",
  "https://cowloting.example@evil.example/",
])("« %s » is no page of ours", (referer) => {
  expect(from(referer)).toBeNull();
});
