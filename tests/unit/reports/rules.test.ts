import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { shareOf, type UsageBooking, type UsageSpace, usageOf } from "@/lib/reports/rules";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { plainRule } from "@/tests/support/plain-values";
import { slowUsage } from "./slow-usage";

const hours = [
  { startMinute: 510, endMinute: 750, state: "staffed" as const },
  { startMinute: 810, endMinute: 1110, state: "staffed" as const },
];

function aCalendar(overrides: Partial<OpeningCalendar> = {}): OpeningCalendar {
  return {
    timeZone: "Europe/Paris",
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    rules: [1, 2, 3, 4, 5].flatMap((weekday) =>
      hours.map((interval) => plainRule({ ...interval, weekday })),
    ),
    exceptions: [],
    closures: [],
    schoolHolidays: [],
    ...overrides,
  };
}

function aSpace(id: string, desks: number, calendar = aCalendar()): UsageSpace {
  return {
    id,
    calendar,
    resources: Array.from({ length: desks }, (_, index) => ({
      id: `${id}-${index}`,
      kind: "desk",
      inServiceFrom: day("2020-01-01"),
      inServiceUntil: null,
      closures: [],
      partIds: [],
    })),
  };
}

let serial = 0;
/** In June France is two hours ahead of UTC. */
function aBooking(overrides: Partial<UsageBooking> & { on?: string; part?: string } = {}) {
  const { on = "2026-06-16", part = "day", ...rest } = overrides;
  serial += 1;
  return {
    id: `b${serial}`,
    spaceId: "a",
    resourceId: "a-0",
    personId: "p",
    startsAt: new Date(`${on}T${part === "afternoon" ? "11:30" : "06:30"}:00Z`),
    endsAt: new Date(`${on}T${part === "morning" ? "10:30" : "16:30"}:00Z`),
    checkedInAt: new Date(`${on}T07:00:00Z`),
    ...rest,
  };
}

const tuesday = { first: day("2026-06-16"), last: day("2026-06-16") };
const june = { first: day("2026-06-01"), last: day("2026-06-30") };

describe("offered desk-slots", () => {
  test("a desk offers two slots an open day, none on a weekend or a holiday", () => {
    const { network } = usageOf([aSpace("a", 3)], [], {
      first: day("2026-07-13"),
      last: day("2026-07-19"),
    });
    // 14 July is a Tuesday: four open days remain.
    expect(network.offered).toBe(3 * 2 * 4);
  });

  test("a closure takes its slots out", () => {
    const closures = [
      {
        startsAt: new Date("2026-06-15T22:00:00Z"),
        endsAt: new Date("2026-06-16T11:00:00Z"),
        reason: "panne",
      },
    ];
    const space = aSpace("a", 3, aCalendar({ closures }));
    expect(usageOf([space], [], tuesday).network.offered).toBe(3);
  });

  test("rooms are no desks, and a desk out of service offers nothing", () => {
    const space = aSpace("a", 1);
    const [desk] = space.resources;
    if (!desk) throw new Error("no desk");
    space.resources.push(
      { ...desk, id: "room", kind: "room" },
      { ...desk, id: "later", inServiceFrom: day("2026-06-17") },
      { ...desk, id: "gone", inServiceUntil: day("2026-06-16") },
    );
    expect(usageOf([space], [], tuesday).network.offered).toBe(2);
  });
});

describe("booked and occupied slots", () => {
  test("a whole day is two slots, a half-day one; only presence is occupation", () => {
    const bookings = [
      aBooking(),
      aBooking({ resourceId: "a-1", part: "morning", checkedInAt: null, personId: "q" }),
    ];
    const { network } = usageOf([aSpace("a", 3)], bookings, tuesday);
    expect(network).toMatchObject({ offered: 6, booked: 3, occupied: 2 });
  });

  test("two bookings of one desk in one half-day are one slot", () => {
    const hour = (from: string, to: string, personId: string) =>
      aBooking({
        startsAt: new Date(`2026-06-16T${from}:00Z`),
        endsAt: new Date(`2026-06-16T${to}:00Z`),
        personId,
      });
    const bookings = [hour("07:00", "08:00", "p"), hour("08:00", "09:00", "q")];
    expect(usageOf([aSpace("a", 1)], bookings, tuesday).network.booked).toBe(1);
  });

  test("somebody let in while it was closed is a presence, not an occupied slot", () => {
    const sunday = { first: day("2026-06-14"), last: day("2026-06-14") };
    const { network } = usageOf([aSpace("a", 1)], [aBooking({ on: "2026-06-14" })], sunday);
    expect(network).toMatchObject({ offered: 0, occupied: 0, personDays: 1, users: 1 });
  });

  test("a share of nothing is no figure, not zero", () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(shareOf(3, 4)).toBe(0.75);
  });
});

describe("person-days", () => {
  test("half a day is 0.5, a day 1, and two places the same day share one", () => {
    const spaces = [aSpace("a", 2), aSpace("b", 2)];
    const bookings = [
      aBooking({ part: "morning" }),
      aBooking({ part: "afternoon", spaceId: "b", resourceId: "b-0" }),
      aBooking({ part: "morning", personId: "q", resourceId: "a-1" }),
    ];
    const { bySpace, network } = usageOf(spaces, bookings, tuesday);
    expect(bySpace.get("a")?.personDays).toBe(1);
    expect(bySpace.get("b")?.personDays).toBe(0.5);
    expect(network.personDays).toBe(1.5);
  });

  test("a booking nobody came for is no person-day", () => {
    const { network } = usageOf([aSpace("a", 1)], [aBooking({ checkedInAt: null })], tuesday);
    expect(network).toMatchObject({ personDays: 0, users: 0 });
  });

  test("each guest is a person of their own and never a user", () => {
    const guests = [
      aBooking({ personId: null, part: "morning" }),
      aBooking({ personId: null, part: "morning", resourceId: "a-1" }),
    ];
    const { network } = usageOf([aSpace("a", 2)], guests, tuesday);
    expect(network).toMatchObject({ personDays: 1, users: 0, guests: 2 });
  });
});

test("a room held for an event is occupied and is nobody: no person, no guest, no person-day", () => {
  const event = { personId: null, isEvent: true, part: "morning" };
  const bookings = [aBooking({ ...event, checkedInAt: null }), aBooking(event)];
  const { network, bySpace } = usageOf([aSpace("a", 1)], bookings, tuesday);
  const counted = { booked: 1, occupied: 1, personDays: 0, users: 0, guests: 0 };
  expect(network).toMatchObject(counted);
  expect(bySpace.get("a")).toMatchObject(counted);
  const guest = usageOf([aSpace("a", 1)], [aBooking({ ...event, isEvent: false })], tuesday);
  expect(guest.network).toMatchObject({ personDays: 0.5, guests: 1 });
});

test("users of the network are distinct, not the sum of spaces", () => {
  const bookings = [aBooking(), aBooking({ spaceId: "b", resourceId: "b-0", on: "2026-06-17" })];
  const { bySpace, network } = usageOf([aSpace("a", 1), aSpace("b", 1)], bookings, june);
  expect([...bySpace.values()].map(({ users }) => users)).toEqual([1, 1]);
  expect(network.users).toBe(1);
});

test("a booking belongs to the French day, whatever the day elsewhere", () => {
  const late = aBooking({
    startsAt: new Date("2026-06-15T22:30:00Z"),
    endsAt: new Date("2026-06-15T23:30:00Z"),
  });
  expect(usageOf([aSpace("a", 1)], [late], tuesday).network.personDays).toBe(0.5);
});

test("the figures are those of an independent count, slot by slot", () => {
  const spaces = [
    aSpace("a", 2),
    aSpace("b", 3, aCalendar({ halfDayBoundary: 720 })),
    aSpace("c", 1, aCalendar({ timeZone: "America/St_Johns" })),
  ];
  const bookings = fc.array(
    fc.record({
      space: fc.nat(2),
      desk: fc.nat(2),
      person: fc.option(fc.nat(4)),
      startHour: fc.integer({ min: 0, max: 24 * 12 }),
      hours: fc.integer({ min: 1, max: 10 }),
      isPresent: fc.boolean(),
      isEvent: fc.boolean(),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(bookings, (drawn) => {
      const made = drawn.map((one, index) => {
        const space = spaces[one.space];
        const startsAt = new Date(Date.UTC(2026, 2, 23) + one.startHour * 3_600_000);
        return aBooking({
          id: `drawn-${index}`,
          spaceId: space?.id ?? "",
          resourceId: space?.resources[one.desk % space.resources.length]?.id ?? "",
          personId: one.person === null ? null : `p${one.person}`,
          isEvent: one.isEvent,
          startsAt,
          endsAt: new Date(startsAt.getTime() + one.hours * 3_600_000),
          checkedInAt: one.isPresent ? startsAt : null,
        });
      });
      // The clocks change on 29 March 2026.
      const range = { first: day("2026-03-24"), last: day("2026-04-01") };
      const { bySpace, network } = usageOf(spaces, made, range);
      const slow = slowUsage(spaces, made, range);
      expect(network).toEqual({
        ...slow.network,
        personDays: expect.closeTo(slow.network.personDays),
      });
      for (const space of spaces) {
        const usage = slow.bySpace[space.id];
        expect(bySpace.get(space.id)).toEqual({
          ...usage,
          personDays: expect.closeTo(usage?.personDays ?? 0),
        });
      }
    }),
    { numRuns: 150 },
  );
});
