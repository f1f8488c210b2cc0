import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wallMinuteOf } from "@/lib/core/day";
import {
  decideTelling,
  digestAt,
  isQuietMinute,
  passesQuiet,
  quietUntil,
} from "@/lib/notifications/choices/rules";
import {
  choicesInput,
  digestMinute,
  frequenciesOf,
  kindFacts,
  tellingTimeZone,
} from "@/lib/notifications/choices/schema";
import { notificationPayloads } from "@/lib/notifications/schema";
import { networkTimeZone } from "@/lib/spaces/schema";

const night = { startMinute: 21 * 60, endMinute: 7 * 60 };
const utc = (text: string) => new Date(`${text}:00.000Z`);

test("rest is by the wall of the network", () => {
  expect(tellingTimeZone).toBe(networkTimeZone);
});

test("every kind of mail has its category, and only kinds that exist have one", () => {
  expect(Object.keys(kindFacts).sort()).toEqual(Object.keys(notificationPayloads).sort());
});

describe("quiet hours", () => {
  test.each([
    ["the evening holds until seven the next morning", "2026-06-15T20:30", "2026-06-16T05:00"],
    ["after midnight holds until seven the same morning", "2026-06-15T23:30", "2026-06-16T05:00"],
    ["the very first minute rests", "2026-06-15T19:00", "2026-06-16T05:00"],
  ])("%s", (_name, at, end) => {
    expect(quietUntil(night, utc(at))).toEqual(utc(end));
  });

  test.each([
    ["the minute they end", "2026-06-16T05:00"],
    ["the afternoon", "2026-06-16T13:00"],
  ])("%s is told at once", (_name, at) => {
    expect(quietUntil(night, utc(at))).toBeNull();
  });

  test("a rest within the day ends the same day", () => {
    const noon = { startMinute: 720, endMinute: 840 };
    expect(quietUntil(noon, utc("2026-06-16T10:30"))).toEqual(utc("2026-06-16T12:00"));
  });

  test("an end that the spring change skips is right after the jump", () => {
    const end = { startMinute: 0, endMinute: 150 };
    expect(quietUntil(end, utc("2026-03-29T00:30"))).toEqual(utc("2026-03-29T01:00"));
  });

  test("an end lived twice is the next one", () => {
    const end = { startMinute: 0, endMinute: 150 };
    // 2:15 for the second time, in winter time: the first 2:30 was three quarters of an hour ago.
    expect(quietUntil(end, utc("2026-10-25T01:15"))).toEqual(utc("2026-10-25T01:30"));
  });

  test("whoever has none is told at once", () => {
    expect(quietUntil(null, utc("2026-06-15T23:30"))).toBeNull();
  });

  // Around both changes of the clock and an ordinary week, at every quarter of an hour.
  const changes = [utc("2026-03-28T12:00"), utc("2026-10-24T12:00"), utc("2026-06-10T12:00")];
  const moments = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: 0, max: 4 * 24 * 60 }))
    .map(([from, minutes]) => new Date(from.getTime() + minutes * 60_000));
  const intervals = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 95 }))
    // What is awake must be longer than the hour that the spring change takes away.
    .filter(([from, to]) => from !== to && (from - to + 96) % 96 > 4)
    .map(([from, to]) => ({ startMinute: from * 15, endMinute: to * 15 }));

  test("what is held is told later, within a day and an hour, at a minute that does not rest", () => {
    fc.assert(
      fc.property(intervals, moments, (quiet, at) => {
        const end = quietUntil(quiet, at);
        const minute = wallMinuteOf(at, tellingTimeZone);
        expect(end !== null).toBe(isQuietMinute(quiet, minute));
        if (!end) return;
        expect(end.getTime()).toBeGreaterThan(at.getTime());
        expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
        expect(isQuietMinute(quiet, wallMinuteOf(end, tellingTimeZone))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("what passes quiet hours", () => {
  const at = utc("2026-06-15T21:00");
  const when = { at, end: utc("2026-06-16T05:00") };

  test("a sign-in code, whatever the hour", () => {
    expect(passesQuiet(kindFacts["sign-in-code"], {}, when)).toBe(true);
  });

  test("a cancellation of tomorrow morning, not one of next week", () => {
    const soon = { startsAt: utc("2026-06-16T06:30") };
    const later = { startsAt: utc("2026-06-23T06:30") };
    expect(passesQuiet(kindFacts["booking-cancelled"], soon, when)).toBe(true);
    expect(passesQuiet(kindFacts["booking-cancelled"], later, when)).toBe(false);
  });

  test("a place offered until midnight, which would be lost by the morning", () => {
    const startsAt = utc("2026-06-30T06:30");
    const short = { startsAt, deadline: utc("2026-06-15T22:00") };
    const long = { startsAt, deadline: utc("2026-06-16T10:00") };
    expect(passesQuiet(kindFacts["booking-offered"], short, when)).toBe(true);
    expect(passesQuiet(kindFacts["booking-offered"], long, when)).toBe(false);
  });
});

describe("digests", () => {
  test.each([
    ["daily", "2026-06-15T03:00", "2026-06-15T05:30"],
    ["daily", "2026-06-15T05:30", "2026-06-16T05:30"],
    ["weekly", "2026-06-15T05:29", "2026-06-15T05:30"],
    ["weekly", "2026-06-15T05:30", "2026-06-22T05:30"],
    ["weekly", "2026-06-21T22:30", "2026-06-22T05:30"],
    // Winter time: the same half past seven on the wall.
    ["weekly", "2026-10-24T10:00", "2026-10-26T06:30"],
  ] as const)("the %s one that follows %s is at %s", (frequency, at, due) => {
    expect(digestAt(frequency, utc(at))).toEqual(utc(due));
  });

  test("is always at half past seven on the wall, after what it tells", () => {
    const moments = fc.integer({ min: 0, max: 366 * 24 * 60 });
    fc.assert(
      fc.property(moments, fc.constantFrom("daily", "weekly"), (minutes, frequency) => {
        const at = new Date(utc("2026-01-01T00:00").getTime() + minutes * 60_000);
        const due = digestAt(frequency, at);
        expect(due > at).toBe(true);
        expect(wallMinuteOf(due, tellingTimeZone)).toBe(digestMinute);
      }),
    );
  });
});

describe("how something is told", () => {
  const at = utc("2026-06-15T20:30");
  const helped = { category: "mutual_help", quiet: "waits" } as const;
  const never = { mail: "never", push: false } as const;

  test("what one refused is told by nothing", () => {
    expect(decideTelling(helped, { choice: never, quiet: null }, {}, at)).toMatchObject({
      mail: "none",
      push: false,
    });
  });

  test("what is essential is told whatever was chosen", () => {
    const told = decideTelling(
      kindFacts["booking-cancelled"],
      { choice: never, quiet: null },
      {},
      at,
    );
    expect(told).toMatchObject({ mail: "alone", mailAt: null });
  });

  test("by night it waits for the morning, the push as well", () => {
    const choice = { mail: "now", push: true } as const;
    const seven = utc("2026-06-16T05:00");
    expect(decideTelling(helped, { choice, quiet: night }, {}, at)).toEqual({
      mail: "alone",
      mailAt: seven,
      push: true,
      pushAt: seven,
    });
  });

  test("a digest due while one rests waits for the end", () => {
    const choice = { mail: "daily", push: false } as const;
    const long = { startMinute: 21 * 60, endMinute: 9 * 60 };
    expect(decideTelling(helped, { choice, quiet: long }, {}, at)).toMatchObject({
      mail: "digest",
      mailAt: utc("2026-06-16T07:00"),
    });
  });
});

describe("the form", () => {
  const mails = {
    mail_reminders: "now",
    mail_messages: "daily",
    mail_mutual_help: "weekly",
    mail_community: "never",
    mail_waiting_list: "now",
    mail_exchanges: "now",
  };

  test("one category pushed is a list of one", () => {
    expect(choicesInput.parse({ ...mails, push: "messages" }).push).toEqual(["messages"]);
    expect(choicesInput.parse(mails).push).toEqual([]);
  });

  test.each([
    ["a digest where there is a deadline", { mail_waiting_list: "daily" }],
    ["a beginning without an end", { quietFrom: "21:00" }],
    ["an end without a beginning", { quietUntil: "07:00" }],
    ["a rest of no length", { quietFrom: "07:00", quietUntil: "07:00" }],
    ["an hour that is none", { quietFrom: "25:00", quietUntil: "07:00" }],
  ])("%s is refused", (_name, fields) => {
    expect(choicesInput.safeParse({ ...mails, ...fields }).success).toBe(false);
  });

  test("a digest is offered only where the form takes it", () => {
    for (const [category, offered] of Object.entries(frequenciesOf)) {
      const takes = choicesInput.safeParse({ ...mails, [`mail_${category}`]: "daily" }).success;
      expect(takes, category).toBe(offered.includes("daily"));
    }
  });
});
