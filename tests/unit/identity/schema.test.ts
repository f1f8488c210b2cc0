import { expect, test } from "vitest";
import { nextPathInput, requestCodeInput, signInCodeInput } from "@/lib/identity/schema";

const base = "https://cowloting.example";

test.each([
  "//evil.example/page",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n\\evil.example",
  "mon-espace",
  "",
])("after signing in nobody is sent to %j", (suite) => {
  expect(nextPathInput.parse(suite)).toBeUndefined();
});

test.each(["/", "/mon-espace", "/reserver?lieu=luzech&jour=2026-06-16#matin", "/lieux/l’étape"])(
  "after signing in one comes back to %s",
  (suite) => {
    expect(nextPathInput.parse(suite)).toBe(suite);
    expect(new URL(suite, base).origin).toBe(base);
  },
);

test("an address is the same with capitals and spaces around", () => {
  const parsed = requestCodeInput.parse({ email: "  Maelle.Rives@Exemple.TEST " });
  expect(parsed.email).toBe("maelle.rives@exemple.test");
});

test.each(["", "maelle", "a@b@c.test", "a@exemple.test, b@exemple.test", "a@exemple.test\nbcc:b"])(
  "%j is not an address",
  (email) => {
    expect(requestCodeInput.safeParse({ email }).success).toBe(false);
  },
);

test("a code typed in two groups of three is the same code", () => {
  expect(signInCodeInput.parse({ code: " 004 217 " }).code).toBe("004217");
});
