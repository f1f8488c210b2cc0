import { expect, test } from "vitest";
import { domainGraph, missingTwins, offences, type Rule, rules } from "./rules";
import { importsOf, readSources, type Source } from "./source-tree";

const sources = readSources();

test.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
  expect(offences(sources, rule)).toEqual([]);
});

test("every rule, policy, query and command file has its twin test", () => {
  expect(missingTwins(sources)).toEqual([]);
});

test("a domain only uses domains declared before it", () => {
  const order = Object.keys(domainGraph);
  for (const [domain, used] of Object.entries(domainGraph)) {
    for (const other of used) expect(order.indexOf(other)).toBeLessThan(order.indexOf(domain));
  }
});

/** One planted offence for each rule: a rule that cannot fail is a wish. */
const planted: Record<string, Source> = {
  "layers point one way": {
    path: "components/bookings/planted.tsx",
    text: 'import { bookResource } from "@/lib/bookings/commands";',
  },
  "the domain graph is acyclic and as declared": {
    path: "lib/spaces/rules.ts",
    text: 'import { slotOf } from "@/lib/bookings/rules";',
  },
  "rules, policies and schemas are pure": {
    path: "lib/bookings/rules.ts",
    text: "export const today = () => new Date();",
  },
  "only queries and commands reach the database": {
    path: "app/lieux/page.tsx",
    text: 'import { db } from "@/lib/infra/db";',
  },
  "five file names in a domain, no catch-all names anywhere": {
    path: "lib/bookings/booking-service.ts",
    text: "",
  },
  "server actions live in app/**/actions.ts and are made by formAction": {
    path: "app/reserver/actions.ts",
    text: '"use server";\nexport async function book() {}',
  },
  "a command takes who acts first": {
    path: "lib/bookings/commands.ts",
    text: "export async function cancelBooking(bookingId: string) {}",
  },
  "the environment is read in one place": {
    path: "lib/web/session.ts",
    text: "const secret = process.env.SECRET;",
  },
  "no sentence in a component": {
    path: "components/bookings/planted.tsx",
    text: "return <p>Votre place vous attend</p>;",
  },
  "a place is freed through freeBooking, which serves whoever waits": {
    path: "lib/bookings/moves/commands.ts",
    text: 'await writeChange(tx, actor, booking, { verb: "move", at });',
  },
  "a transaction is asked one thing at a time": {
    path: "lib/bookings/moves/queries.ts",
    text: "await Promise.all([tx.booking.count(), tx.series.count()]);",
  },
  "production code never uses test support": {
    path: "lib/bookings/queries.ts",
    text: 'import { aSpace } from "@/tests/support/factories";',
  },
};

test.each(rules.map((rule) => [rule.name, rule] as [string, Rule]))(
  "a planted offence is caught: %s",
  (name, rule) => {
    const offence = planted[name];
    expect(offence, `plant an offence for « ${name} »`).toBeDefined();
    expect(offences(offence ? [offence] : [], rule)).not.toEqual([]);
  },
);

test("a planted offence is caught: a missing twin", () => {
  expect(missingTwins([{ path: "lib/bookings/unseen/rules.ts", text: "" }])).toEqual([
    "lib/bookings/unseen/rules.ts: write tests/unit/bookings/unseen/rules.test.ts",
  ]);
});

/** Files of ours that a page draws with, itself included. */
function reachedFrom(page: string): Source[] {
  const reached = new Map<string, Source>();
  const visit = (file: string) => {
    const source = sources.find(({ path }) => path.replace(/\.tsx?$/, "") === file);
    if (!source || reached.has(file)) return;
    reached.set(file, source);
    for (const { target, typeOnly } of importsOf(source)) if (!typeOnly) visit(target);
  };
  visit(page);
  return [...reached.values()];
}

const toRun = ({ text }: Source) => text.startsWith('"use client"');

test("a page sent without scripts has no component that needs one", () => {
  const still = ["app/lieux/[slug]/page", "app/lieux/[slug]/mois/page"].flatMap(reachedFrom);
  expect(still.map(({ path }) => path)).toContain("components/spaces/month-table.tsx");
  expect(still.filter(toRun).map(({ path }) => path)).toEqual([]);
  // The week has its keys: the same look finds them.
  expect(reachedFrom("app/lieux/[slug]/semaine/page").filter(toRun)).not.toEqual([]);
});
