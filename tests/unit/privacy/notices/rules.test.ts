import { expect, test } from "vitest";
import { classification } from "@/lib/privacy/classification/rules";
import { type Datum, privacyChapters, recipients } from "@/lib/privacy/notices/rules";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

const data = privacyChapters().flatMap((chapter) => chapter.data);
const of = (table: string, column: string | null = null): Datum | undefined =>
  data.find((datum) =>
    column === null
      ? datum.table === table && datum.columns === null
      : datum.table === table && datum.columns?.includes(column),
  );

test("the notice speaks of every table in which somebody is, and of each of its columns once", () => {
  const told = new Set(data.map(({ table }) => table));
  expect(Object.keys(classification).filter((table) => !told.has(table))).toEqual([]);
  const named = data.flatMap(({ table, columns }) => (columns ?? []).map((name) => table + name));
  expect(new Set(named).size).toBe(named.length);
});

test("whom to call has its own readers and duration, whatever else a space keeps of its members", () => {
  expect(of("emergency_contacts")).toMatchObject({
    viewers: ["oneself", "hosts"],
    duration: { kind: "account" },
  });
  expect(of("house_rules")).toMatchObject({ viewers: ["everyone"], duration: { kind: "always" } });
  expect(of("bookings", "guest_name")).toMatchObject({
    viewers: ["hosts"],
    duration: { kind: "months", count: 13, event: "booking_over" },
  });
});

test("staff read the address of whoever holds a role, and roles outlast the account", () => {
  expect(of("persons", "name")?.viewers).toContain("staff");
  expect(data.filter(({ viewers }) => viewers.includes("role_keepers"))).toHaveLength(1);
  expect(of("role_grants")?.duration).toEqual({ kind: "always" });
});

test("messages last as long as their conversation, which is not as long as the account", () => {
  expect(of("conversation_messages")?.duration).toEqual(of("conversations")?.duration);
  expect(of("conversations")?.duration).toMatchObject({ kind: "months", event: "last_message" });
});

test("what one takes away one sees, and the notice says so", () => {
  expect(of("survey_contacts")?.viewers).toEqual(["oneself", "staff"]);
});

test("whatever is named apart has its words in both languages", () => {
  for (const { classification: words } of [fr, en]) {
    const known: Record<string, string> = words.columns;
    const named = data.flatMap(({ columns }) => columns ?? []);
    expect(named.filter((name) => !known[name])).toEqual([]);
  }
});

test("whoever carries mails and notifications is always named, others where they are set up", () => {
  const kinds = (reaching: Parameters<typeof recipients>[0]) =>
    recipients(reaching).map(({ kind }) => kind);
  const bare = ["hosting", "mail", "push", "tools"];
  expect(kinds({ providers: [], hasTiles: false })).toEqual(bare);
  expect(recipients({ providers: ["ProConnect"], hasTiles: true })).toEqual(
    expect.arrayContaining([{ kind: "provider", name: "ProConnect" }, { kind: "tiles" }]),
  );
});
