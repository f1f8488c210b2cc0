import { expect, test } from "vitest";
import {
  readBefore,
  saidTogether,
  stillBefore,
  tellingOf,
  wasElsewhere,
  whoIsToldOf,
} from "@/lib/events/tellings/rules";

const event = {
  title: "Atelier",
  startsAt: new Date("2026-06-18T12:00:00Z"),
  endsAt: new Date("2026-06-18T15:00:00Z"),
  bring: null,
  prices: [{ label: "", cents: 500 }],
  isFreePrice: false,
};
const before = { startsAt: "2026-06-17T12:00:00.000Z", endsAt: "2026-06-17T15:00:00.000Z" };

test("what stood before is told as far as it is no more: changed back, it is not", () => {
  expect(stillBefore({ ...before, title: "Atelier" }, event)).toEqual(before);
  const back = { startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() };
  expect(stillBefore(back, event)).toEqual({});
  expect(stillBefore({ title: "Cours", bring: "Un clavier" }, event)).toEqual({
    title: "Cours",
    bring: "Un clavier",
  });
});

test("a price is told with both what it was and whether one gave what one wished; the same again is not", () => {
  const was = { list: event.prices, isFreePrice: true };
  expect(stillBefore({ prices: event.prices, isFreePrice: true }, event)).toEqual({ prices: was });
  expect(stillBefore({ isFreePrice: true }, event)).toEqual({ prices: was });
  expect(stillBefore({ prices: event.prices, isFreePrice: false }, event)).toEqual({});
});

test("what nothing was brought to before is something to tell", () => {
  expect(stillBefore({ bring: null }, { ...event, bring: "Un clavier" })).toEqual({ bring: null });
  expect(stillBefore({ bring: null }, event)).toEqual({});
});

test("whoever only waits is told nothing of an online address; changed back, nobody is told", () => {
  const online = { onlineUrl: "https://visio.exemple.test/a" };
  expect(whoIsToldOf({ title: "Cours" }, online, { onlineUrl: null })).toBe("everybody");
  expect(whoIsToldOf({}, online, { onlineUrl: null })).toBe("seated");
  expect(whoIsToldOf({}, { onlineUrl: null }, online)).toBe("seated");
  expect(whoIsToldOf({}, online, online)).toBe("nobody");
  expect(whoIsToldOf({}, {}, online)).toBe("nobody");
});

test("only the end moved: the whole hours of before are told", () => {
  const endsAt = "2026-06-18T14:00:00.000Z";
  expect(stillBefore({ endsAt }, event)).toEqual({ startsAt: "2026-06-18T12:00:00.000Z", endsAt });
});

test("what a line holds that cannot be read is not told", () => {
  expect(readBefore({ startsAt: "yesterday" })).toEqual({});
  expect(readBefore(null)).toEqual({});
  expect(readBefore({ title: "Cours", slug: "x" })).toEqual({ title: "Cours" });
  expect([wasElsewhere({ title: "Cours" }), wasElsewhere({ resourceId: null })]).toEqual([
    false,
    true,
  ]);
});

test("an event cancelled and opened again, or the other way round, had nothing happen to it", () => {
  const at = event.startsAt;
  const on = { state: "published", endsAt: event.endsAt };
  const off = { ...on, state: "cancelled" };
  const told = (verbs: string[], is: typeof on, when = at) =>
    tellingOf(
      verbs.map((verb) => ({ verb })),
      is,
      when,
    );
  const changed = { kind: "event-changed", isBack: false };
  expect(told(["cancelled"], off)).toEqual({ kind: "event-cancelled", isBack: false });
  expect(told(["reopened"], on)).toEqual({ kind: "event-changed", isBack: true });
  expect(told(["cancelled", "reopened"], on)).toEqual(changed);
  expect(told(["reopened", "cancelled"], off)).toBeNull();
  expect(told(["edited", "cancelled"], off)?.kind).toBe("event-cancelled");
  expect(told(["edited"], on)).toEqual(changed);
  expect(told(["moved"], off)).toBeNull();
  expect(told(["edited"], on, event.endsAt)).toBeNull();
});

test("of several changes, what stood before the first of them is what was read", () => {
  const line = (said: object, reason: string | null = null) => ({
    ...{ verb: "edited", at: event.startsAt, before: said, reason },
  });
  const lines = [line({ title: "A" }, "Un mot"), line({ title: "B", bring: "Un clavier" })];
  expect(saidTogether(lines)).toEqual({
    before: { title: "A", bring: "Un clavier" },
    reason: "Un mot",
  });
  expect(saidTogether(lines.slice(1)).before.title).toBe("B");
});
