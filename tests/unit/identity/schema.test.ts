import { expect, test } from "vitest";
import {
  nextPathInput,
  providerClaims,
  requestCodeInput,
  signInCodeInput,
} from "@/lib/identity/schema";

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

test("of what a provider says, what cannot be read is as if unsaid; who it is must be said", () => {
  const said = {
    sub: "42",
    email: "Solene@Exemple.TEST",
    name: "Sol\0ène",
    email_verified: "true",
  };
  expect(providerClaims.parse({ ...said, picture: "https://x.example" })).toEqual({
    sub: "42",
    email: "solene@exemple.test",
    email_verified: true,
  });
  expect(providerClaims.parse({ sub: "42", email: 5, name: "a".repeat(81) })).toEqual({
    sub: "42",
    email_verified: false,
  });
  expect(providerClaims.safeParse({ email: "solene@exemple.test" }).success).toBe(false);
});

test.each([true, "true"])("an address is checked when its provider says %j", (email_verified) => {
  expect(providerClaims.parse({ sub: "42", email_verified })).toMatchObject({
    email_verified: true,
  });
});

test.each([undefined, false, "false", 1, null, {}])("an address is not checked by %j", (said) => {
  expect(providerClaims.parse({ sub: "42", email_verified: said })).toMatchObject({
    email_verified: false,
  });
});
