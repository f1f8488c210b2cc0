import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { codeWords, wordsOfColumn } from "@/components/privacy/code-words";
import { bookingRefusals } from "@/lib/bookings/schema";
import { skipped } from "@/lib/bookings/series/schema";
import { bookingVerbs } from "@/lib/bookings/states/schema";
import { apiScopes } from "@/lib/identity/api-tokens/schema";
import { abuseReasons, reportOutcomes } from "@/lib/members/abuse-reports/schema";
import { audienceNames, profileFields } from "@/lib/members/audiences/schema";
import { languageCodes } from "@/lib/members/profiles/schema";
import { themes } from "@/lib/members/themes/schema";
import { categories, kindFacts } from "@/lib/notifications/choices/schema";
import { webhookKinds } from "@/lib/notifications/webhooks/schema";
import { consentPurposes } from "@/lib/privacy/consents/schema";
import { takenAway } from "@/lib/privacy/exports/rules";
import { networkSettingKeys } from "@/lib/privacy/network-settings/schema";
import { contactWishes } from "@/lib/surveys/contacts/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

const root = path.resolve(import.meta.dirname, "../../../../prisma/schema");
const schema = readdirSync(root)
  .map((name) => readFileSync(path.join(root, name), "utf8"))
  .join("\n");

/** Codes of every column of the schema that is one of a list, as « table.column ». */
function listedColumns(text: string): [string, string[]][] {
  const lists = new Map(
    [...text.matchAll(/^enum (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => [
      name,
      [...body.matchAll(/^ {2}(\w+)$/gm)].map(([, code = ""]) => code),
    ]),
  );
  return [...text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
    return [...body.matchAll(/^ {2}(\w+)\s+(\w+)(.*)$/gm)].flatMap(
      ([, field = "", type = "", rest = ""]): [string, string[]][] => {
        const codes = lists.get(type);
        const name = /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field;
        return codes && takenAway(table).includes(name) ? [[`${table}.${name}`, codes]] : [];
      },
    );
  });
}

/** Those kept as text, from the lists of the code. */
const written: [string, readonly string[]][] = [
  ["persons.locale", ["fr", "en"]],
  ["api_tokens.scopes", apiScopes],
  ["profiles.themes", themes],
  ["profiles.languages", languageCodes],
  ["profiles.audiences", [...audienceNames, ...profileFields]],
  ["ads.theme", themes],
  ["booking_changes.verb", bookingVerbs],
  ["series_refusals.refusal", [...bookingRefusals, skipped]],
  ["abuse_reports.reason", abuseReasons],
  ["abuse_reports.outcome", reportOutcomes],
  ["notification_choices.category", categories],
  ["notifications.kind", Object.keys(kindFacts)],
  ["webhooks.kinds", webhookKinds],
  ["consents.purpose", consentPurposes],
  ["survey_contacts.wishes", contactWishes],
  ["network_settings.key", networkSettingKeys],
];

test.each([
  ["French", fr],
  ["English", en],
] as const)(
  "every code somebody reads of themselves has its words in %s",
  (_language, messages) => {
    const words: Record<string, Record<string, string>> = codeWords(messages);
    const all = [...listedColumns(schema), ...written];
    expect(all.length).toBeGreaterThan(25);
    const without = all.flatMap(([column, codes]) =>
      codes.filter((code) => !words[column]?.[code]).map((code) => `${column}: ${code}`),
    );
    expect(without).toEqual([]);
  },
);

test("a code is said as elsewhere in the product, and by its column: one word is not all its meanings", () => {
  const words = codeWords(fr);
  expect(words["profiles.situation"]?.["self_employed"]).toBe(fr.profile.situations.self_employed);
  expect(words["ads.theme"]?.["admin"]).toBe(fr.mutualHelp.themes.admin);
  expect(words["role_grants.role"]?.["admin"]).toBe(fr.journal.roles.admin);
});

test("« me » is oneself where a person stands, and a word somebody wrote elsewhere", () => {
  const { people } = fr.myData.codes;
  expect(wordsOfColumn("thanks", "from_id", {}, people)["me"]).toBe("Vous");
  expect(wordsOfColumn("thanks", "text", {}, people)["me"]).toBeUndefined();
});
