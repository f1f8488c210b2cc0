import fc from "fast-check";
import { expect, test } from "vitest";
import {
  begunIn,
  dayBegun,
  isInRange,
  keptBookings,
  personDaysOf,
  presencesIn,
} from "@/lib/reports/indicators/counted/rules";
import type { ReportRows } from "@/lib/reports/indicators/schema";
import { type DayRange, isSomebodyThere, personDaysBySpace } from "@/lib/reports/rules";
import { firstDayOf, lastDayOf, monthOf } from "@/lib/reports/schema";
import { deskSlots, halvesTouched, slotTallies } from "@/lib/reports/slots/rules";
import { type Network, randomNetwork } from "@/tests/support/random-networks";

/** The days of the network, then a month of them: what was worked out for the first must serve the other. */
function rangesOf({ counting: { range } }: Network): DayRange[] {
  const month = monthOf(range.first);
  return [range, { first: firstDayOf(month), last: lastDayOf(month) }, range];
}

const everywhere = (check: (rows: ReportRows, range: DayRange, at: Date) => void) =>
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const network = randomNetwork(seed);
      for (const range of rangesOf(network)) check(network.rows, range, network.counting.at);
    }),
    { numRuns: 200 },
  );

test("slots put together by half-day are the slots counted one by one", () => {
  everywhere((rows, range, at) => {
    const kept = keptBookings(rows, at);
    for (const space of rows.spaces) {
      const kinds = new Map(space.resources.map(({ id, kind }) => [id, kind]));
      const slots = deskSlots(space, kept, range);
      const tallies = slotTallies(space, kept, range);
      for (const { day, half, kind, isExtended, ...tally } of tallies) {
        const own = slots.filter(
          (slot) => slot.day === day && slot.half === half && kinds.get(slot.resourceId) === kind,
        );
        expect(own.every((slot) => slot.isExtended === isExtended)).toBe(true);
        expect(tally).toEqual({
          spaceId: space.id,
          offered: own.length,
          booked: own.filter(({ isBooked }) => isBooked).length,
          occupied: own.filter(({ isOccupied }) => isOccupied).length,
        });
      }
      expect(tallies.reduce((sum, { offered }) => sum + offered, 0)).toBe(slots.length);
    }
  });
});

test("a slot is booked and occupied as its bookings say, each looked at in turn", () => {
  everywhere((rows, range, at) => {
    const kept = keptBookings(rows, at);
    for (const space of rows.spaces) {
      for (const slot of deskSlots(space, kept, range)) {
        const own = kept.filter(
          (booking) =>
            booking.spaceId === space.id &&
            holds(rows, booking.resourceId, slot.resourceId) &&
            halvesTouched(space, booking, range).some(
              ({ day, half }) => day === slot.day && half === slot.half,
            ),
        );
        const isOccupied = own.some(({ isEvent, checkedInAt }) => isEvent || checkedInAt !== null);
        expect(slot).toMatchObject({ isBooked: own.length > 0, isOccupied });
      }
    }
  });
});

function holds({ spaces }: ReportRows, held: string, id: string): boolean {
  const places = spaces.flatMap(({ resources }) => resources);
  const parts = places.find((place) => place.id === held)?.partIds ?? [];
  return held === id || parts.some((part) => holds({ spaces } as ReportRows, part, id));
}

test("presences kept by month are those of each booking, and their person-days those counted plainly", () => {
  everywhere((rows, range, at) => {
    const kept = keptBookings(rows, at);
    const plain = new Set(
      rows.spaces.flatMap((space) =>
        kept
          .filter((booking) => booking.spaceId === space.id && isSomebodyThere(booking))
          .flatMap((booking) =>
            halvesTouched(space, booking, range).map(
              ({ day, half }) =>
                `${booking.personId ?? `guest ${booking.id}`} ${space.id} ${day} ${half}`,
            ),
          ),
      ),
    );
    const quick = presencesIn(rows.spaces, kept, range);
    expect(
      quick.map(({ who, spaceId, day, half }) => `${who} ${spaceId} ${day} ${half}`).toSorted(),
    ).toEqual([...plain].toSorted());
    const days = personDaysOf(quick);
    const plainDays = personDaysBySpace(rows.spaces, kept, range);
    for (const { id } of rows.spaces) {
      expect(days.get(id) ?? 0).toBeCloseTo(plainDays.get(id) ?? 0, 9);
    }
  });
});

test("bookings begun within days are those whose first day is among them", () => {
  everywhere((rows, range, at) => {
    const kept = keptBookings(rows, at);
    const byId = new Map(rows.spaces.map((space) => [space.id, space]));
    const plain = kept.filter((booking) => {
      const space = byId.get(booking.spaceId);
      return space !== undefined && isInRange(dayBegun(space, booking), range);
    });
    const idsOf = (bookings: readonly { id: string }[]) => bookings.map(({ id }) => id).toSorted();
    expect(idsOf(begunIn(rows.spaces, kept, range))).toEqual(idsOf(plain));
  });
});

test("rows counted as of another instant are kept anew, and so are other spaces", () => {
  everywhere((rows, _range, at) => {
    const later = new Date(at.getTime() + 90 * 86_400_000);
    const assumed: ReportRows = {
      ...rows,
      spaces: rows.spaces.map((space) => ({ ...space, presence: "kept_booking" })),
    };
    const first = keptBookings(rows, at);
    for (const [asked, instant] of [
      [rows, later],
      [assumed, at],
      [rows, at],
    ] as const) {
      const afresh = { ...asked, bookings: [...asked.bookings] };
      expect(keptBookings(asked, instant)).toEqual(keptBookings(afresh, instant));
    }
    expect(keptBookings(rows, at)).toEqual(first);
  });
});
