import { expect, test } from "vitest";
import { parseEnv } from "@/lib/infra/env";

const whole = {
  DATABASE_URL: "postgresql://cowloting:secret@db.example:5432/cowloting",
  NEXTAUTH_SECRET: "tests-only-secret-of-at-least-32-characters",
  NEXTAUTH_URL: "https://cowloting.example",
  SMTP_URL: "smtps://mail.example:465",
};
const provider = {
  id: "essai",
  name: "Fournisseur d’essai",
  issuer: "https://login.example",
  clientId: "cowloting",
  clientSecret: "secret",
};
const withProviders = (text: string) => parseEnv({ ...whole, OIDC_PROVIDERS: text });

test("an installation without providers has none", () => {
  expect(parseEnv(whole).OIDC_PROVIDERS).toEqual([]);
  expect(withProviders("").OIDC_PROVIDERS).toEqual([]);
});

test("a provider says who it is; it must vouch for addresses unless told otherwise", () => {
  expect(withProviders(JSON.stringify([provider])).OIDC_PROVIDERS).toEqual([
    { ...provider, scope: "openid email profile", trustsEmail: false },
  ]);
});

test.each([
  ["no JSON", "[{bad", /this is no JSON.*OIDC_PROVIDERS/s],
  ["no list", JSON.stringify(provider), /OIDC_PROVIDERS/],
  ["no secret", JSON.stringify([{ ...provider, clientSecret: undefined }]), /clientSecret/],
  ["an address that is none", JSON.stringify([{ ...provider, issuer: "login" }]), /issuer/],
  ["a misspelt option", JSON.stringify([{ ...provider, trustEmail: true }]), /trustEmail/],
  ["one id twice", JSON.stringify([provider, provider]), /same id/],
])("providers with %s stop the boot with a sentence", (_what, text, sentence) => {
  expect(() => withProviders(text)).toThrow(sentence);
});

test.each(["", "db.example", "https://db.example"])("« %s » is no database", (DATABASE_URL) => {
  expect(() => parseEnv({ ...whole, DATABASE_URL })).toThrow(/Environment refused.*DATABASE_URL/s);
});

test.each(["DATABASE_URL", "DATABASE_READ_URL"])(
  "%s must not undo the time zone of our connections",
  (name) => {
    const url = `${whole.DATABASE_URL}?sslmode=require&options=-c%20statement_timeout%3D5s`;
    expect(() => parseEnv({ ...whole, [name]: url })).toThrow(/options=.*TimeZone=UTC/s);
    const plain = `${whole.DATABASE_URL}?sslmode=require`;
    expect(parseEnv({ ...whole, [name]: plain })).toMatchObject({ [name]: plain });
  },
);

test("mails come from the network’s address unless another sender is named", () => {
  const { CONTACT_EMAIL, MAIL_FROM } = parseEnv(whole);
  expect(MAIL_FROM).toBe(`Cowloting <${CONTACT_EMAIL}>`);
  const other = parseEnv({ ...whole, CONTACT_EMAIL: "bonjour@reseau.example" });
  expect(other.MAIL_FROM).toBe("Cowloting <bonjour@reseau.example>");
});
