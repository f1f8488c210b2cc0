import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/day";
import { catalogue, countAll, type Family } from "@/lib/reports/indicators/catalogue/rules";
import {
  type Counting,
  type IndicatorId,
  indicatorIds,
  type ReportRows,
  type TravelRows,
} from "@/lib/reports/indicators/schema";
import type { AssumptionValues } from "@/lib/reports/travel-assumptions/schema";
import { withFirsts } from "@/tests/support/first-days";
import { type Network, randomNetwork } from "@/tests/support/random-networks";
import { slowIndicators } from "@/tests/support/slow-indicators";

const countedIds = indicatorIds.filter((id) => catalogue[id].missing === null);

/** To the millionth, and nothing below zero is zero: two ways along the ground end that near each other. */
const rounded = (value: number): unknown => Math.round(value * 1e6) / 1e6 + 0;

/** Maps in the order of their keys: both counts written alike. */
function written(value: unknown, asNumber = rounded): unknown {
  if (value instanceof Map) return written(Object.fromEntries(value), asNumber);
  if (Array.isArray(value)) return value.map((own) => written(own, asNumber));
  if (typeof value === "number") return asNumber(value);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, own]) => [key, written(own, asNumber)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Within half a millionth, wherever that falls when it is rounded; what is no number is never near one. */
const near = (value: number): unknown =>
  Number.isFinite(value) ? expect.closeTo(value, 6) : value;

function fastOf(rows: ReportRows, counting: Counting, id: IndicatorId): unknown {
  const reading = catalogue[id].count(rows, counting);
  return written(reading.kind === "counted" ? reading.value : null);
}

test("every indicator agrees with a slow count that shares no rule with it, over 200 networks", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { rows, counting } = randomNetwork(seed);
      const slow = slowIndicators(rows, counting);
      const readings = countAll(rows, counting);
      for (const id of countedIds) {
        const reading = readings[id];
        const fast = written(reading.kind === "counted" ? reading.value : null, (own) => own);
        expect({ [id]: fast }).toEqual({ [id]: written(slow[id], near) });
      }
    }),
    { numRuns: 200 },
  );
});

describe("a rule that is wrong is found among the same networks", () => {
  type Fault = {
    family: Family;
    says: string;
    ids: IndicatorId[];
    spoil: (network: Network) => Network;
  };
  const inRows = (spoil: (rows: ReportRows) => Partial<ReportRows>) => (network: Network) => ({
    ...network,
    rows: withFirsts({ ...network.rows, ...spoil(network.rows) }, network.counting.at),
  });
  const inBookings = (spoil: (booking: ReportRows["bookings"][number]) => object) =>
    inRows(({ bookings }) => ({
      bookings: bookings.map((booking) => ({ ...booking, ...spoil(booking) })),
    }));
  const inSpaces = (spoil: (space: ReportRows["spaces"][number]) => object) =>
    inRows(({ spaces }) => ({ spaces: spaces.map((space) => ({ ...space, ...spoil(space) })) }));

  const inTravel = (spoil: (travel: TravelRows, rows: ReportRows) => Partial<TravelRows>) =>
    inRows((rows) => ({ travel: { ...rows.travel, ...spoil(rows.travel, rows) } }));
  const inAssumptions = (values: Partial<AssumptionValues>) =>
    inTravel(({ assumptions }) => ({
      assumptions: { ...assumptions, values: { ...assumptions.values, ...values } },
    }));
  const travelIds: IndicatorId[] = ["commuteAvoided", "carbonAvoided"];
  const drivesToCahors = (personId: string) => ({
    ...{ personId, workplaceId: "46042", mode: "car" as const, kmToWork: null, toSpace: null },
  });

  const faults: Fault[] = [
    {
      family: "capacity",
      says: "a desk is still offered on the day it leaves service",
      ids: ["offeredCapacity", "bookedOccupancy", "realOccupancy"],
      spoil: inSpaces(({ resources }) => ({
        resources: resources.map((resource) => ({
          ...resource,
          inServiceUntil: resource.inServiceUntil && addDays(resource.inServiceUntil, 1),
        })),
      })),
    },
    {
      family: "capacity",
      says: "a hall is counted beside the rooms it is made of",
      ids: ["roomUse"],
      spoil: inSpaces(({ resources }) => ({
        resources: resources.map((resource) => ({ ...resource, partIds: [] })),
      })),
    },
    {
      family: "presence",
      says: "guests without an account are one and the same person",
      ids: ["personDays", "visits", "uniqueUsers"],
      spoil: inBookings(({ personId, isEvent }) => ({
        personId: personId ?? (isEvent ? null : "guest"),
      })),
    },
    {
      family: "loyalty",
      says: "whoever booked is taken for present",
      ids: ["regularUsers", "activeMembers", "newUsers", "retention"],
      spoil: inBookings(({ startsAt }) => ({ checkedInAt: startsAt })),
    },
    {
      family: "origins",
      says: "a neighbour is taken for a member",
      ids: ["residence"],
      spoil: inRows(({ communes }) => ({
        communes: communes.map((commune) => ({ ...commune, isMember: commune.epci !== null })),
      })),
    },
    {
      family: "origins",
      says: "who says nothing is taken for a resident",
      ids: ["profile"],
      spoil: inRows(({ people }) => ({
        people: people.map((person) => ({ ...person, situation: person.situation ?? "resident" })),
      })),
    },
    {
      family: "origins",
      says: "people are what they say they are today",
      ids: ["profile"],
      spoil: inRows(({ people }) => ({
        people: people.map((person) => ({ ...person, past: [] })),
      })),
    },
    {
      family: "demand",
      says: "days are those of UTC",
      ids: ["peak", "refusedDemand", "lateAndNoShow"],
      spoil: inSpaces(({ calendar }) => ({ calendar: { ...calendar, timeZone: "UTC" } })),
    },
    {
      family: "mobility",
      says: "an event is somebody who goes from site to site",
      ids: ["mobility"],
      spoil: inBookings(({ isEvent }) => (isEvent ? { isEvent: false, personId: "event" } : {})),
    },
    {
      family: "gatherings",
      says: "heads are added to names",
      ids: ["attendance", "digitalHelp"],
      spoil: inRows(({ events }) => ({
        events: events.map((event) => ({ ...event, named: event.named + (event.heads ?? 0) })),
      })),
    },
    {
      family: "gatherings",
      says: "an event not over yet is held",
      ids: ["events"],
      spoil: (network) => ({
        ...network,
        counting: { ...network.counting, at: new Date("2100-01-01T00:00:00Z") },
      }),
    },
    {
      family: "structures",
      says: "the day one leaves an organisation is still a day of it",
      ids: ["structures"],
      spoil: inRows(({ organisations }) => ({
        organisations: organisations.map(({ people, ...own }) => ({
          ...own,
          people: people.map((person) => ({
            ...person,
            until: person.until && addDays(person.until, 1),
          })),
        })),
      })),
    },
    {
      family: "travel",
      says: "the self-employed are counted with the employees",
      ids: travelIds,
      spoil: inRows(({ people }) => ({
        people: people.map((person) => ({
          ...person,
          situation: person.situation === "self_employed" ? "teleworker" : person.situation,
        })),
      })),
    },
    {
      family: "travel",
      says: "who gave nothing is taken to drive to Cahors",
      ids: travelIds,
      spoil: inTravel(({ commutes }, { people }) => ({
        commutes: people.map(
          ({ id }) => commutes.find(({ personId }) => personId === id) ?? drivesToCahors(id),
        ),
      })),
    },
    {
      family: "travel",
      says: "kilometres that were typed are forgotten",
      ids: travelIds,
      spoil: inTravel(({ commutes }) => ({
        commutes: commutes.map((commute) => ({ ...commute, kmToWork: null, toSpace: null })),
      })),
    },
    {
      family: "travel",
      says: "kilometres typed for one space are those of every space",
      ids: travelIds,
      spoil: inTravel(({ commutes }, { spaces }) => ({
        commutes: commutes.map(({ toSpace, ...commute }) => ({
          ...commute,
          toSpace: toSpace && { ...toSpace, spaceId: spaces[0]?.id ?? "" },
        })),
      })),
    },
    {
      family: "travel",
      says: "roads are straight",
      ids: travelIds,
      spoil: inAssumptions({ detourFactor: 1 }),
    },
    {
      family: "travel",
      says: "those who share a car each drive their own",
      ids: ["carbonAvoided"],
      spoil: inAssumptions({ sharedCarPeople: 1 }),
    },
    {
      family: "travel",
      says: "nothing is taken back by a rebound",
      ids: ["carbonAvoided"],
      spoil: inAssumptions({ reboundPercent: 0 }),
    },
    {
      family: "travel",
      says: "a motorbike without a factor emits nothing",
      ids: ["carbonAvoided"],
      spoil: inTravel(({ assumptions }) => {
        const { values } = assumptions;
        const motorbikeKgPerKm = values.motorbikeKgPerKm ?? 0;
        return { assumptions: { ...assumptions, values: { ...values, motorbikeKgPerKm } } };
      }),
    },
    {
      family: "opening",
      says: "every closure was told long before",
      ids: ["opening"],
      spoil: inSpaces(({ closures }) => ({
        closures: closures.map((closure) => ({ ...closure, announcedAt: new Date(0) })),
      })),
    },
    {
      family: "contribution",
      says: "the last day of the period is left out",
      ids: ["contribution"],
      spoil: ({ rows, counting }) => {
        const { first, last } = counting.range;
        return { rows, counting: { ...counting, range: { first, last: addDays(last, -1) } } };
      },
    },
  ];

  const networks = Array.from({ length: 200 }, (_, seed) => randomNetwork(seed)).map((network) => ({
    network,
    right: written(slowIndicators(network.rows, network.counting)) as Record<string, unknown>,
  }));
  const isFound = (id: IndicatorId, spoil: (network: Network) => Network) =>
    networks.some(({ network, right }) => {
      const { rows, counting } = spoil(network);
      return JSON.stringify(fastOf(rows, counting, id)) !== JSON.stringify(right[id]);
    });

  test("and nothing is found where no rule is wrong", () => {
    for (const id of countedIds)
      expect([id, isFound(id, (network) => network)]).toEqual([id, false]);
  });

  test.each(faults)("$family: $says", ({ ids, spoil }) => {
    for (const id of ids) expect([id, isFound(id, spoil)]).toEqual([id, true]);
  });

  test("each family that is counted has its fault", () => {
    const counted = new Set(countedIds.map((id) => catalogue[id].family));
    expect(new Set(faults.map(({ family }) => family))).toEqual(counted);
  });
});
