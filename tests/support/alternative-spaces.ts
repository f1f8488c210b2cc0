import type { AlternativeSpace } from "@/lib/bookings/alternatives/rules";
import type { TakenInterval } from "@/lib/bookings/rules";
import type { Day } from "@/lib/core/day";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import type { ResourceKind } from "@/lib/spaces/schema";
import { plainResource, plainRule } from "./plain-values";

type OtherTerms = Pick<AlternativeSpace["resources"][number], "capacity" | "modes">;

type SpaceOptions = {
  latitude?: number;
  longitude?: number;
  weekdays?: number[];
  closures?: OpeningCalendar["closures"];
  bookings?: TakenInterval[];
  bookingHorizonDays?: number;
  /** Resources more, last in the host's order; for one person unless told. */
  others?: ({ id: string; kind: ResourceKind; name: string } & Partial<OtherTerms>)[];
};

const halves = [
  { startMinute: 510, endMinute: 750 },
  { startMinute: 810, endMinute: 1_110 },
];

/** A space with desks « <slug> 1 » and « <slug> 2 », open 8:30–12:30 and 13:30–18:30. */
export function anAlternativeSpace(slug: string, options: SpaceOptions = {}): AlternativeSpace {
  const weekdays = options.weekdays ?? [1, 2, 3, 4, 5];
  const desks = [1, 2].map((rank) => {
    const name = `${slug} ${rank}`;
    return { id: name, kind: "desk" as const, name };
  });
  return {
    slug,
    name: slug,
    commune: { name: slug },
    latitude: options.latitude ?? 44.479,
    longitude: options.longitude ?? 1.287,
    bookingHorizonDays: options.bookingHorizonDays ?? 60,
    calendar: {
      timeZone: "Europe/Paris",
      halfDayBoundary: 780,
      closesOnPublicHolidays: true,
      rules: weekdays.flatMap((weekday) => halves.map((hours) => plainRule({ weekday, ...hours }))),
      exceptions: [],
      closures: options.closures ?? [],
      schoolHolidays: [],
    },
    resources: [...desks, ...(options.others ?? [])].map((resource) =>
      plainResource({ capacity: 1, ...resource }),
    ),
    bookings: options.bookings ?? [],
  };
}

/** That desk taken on a summer day, French time. */
export function takenOn(
  on: Day,
  resourceId: string,
  part: "morning" | "day" = "day",
): TakenInterval {
  return {
    resourceId,
    startsAt: new Date(`${on}T06:30:00Z`),
    endsAt: new Date(`${on}T${part === "day" ? 16 : 10}:30:00Z`),
  };
}
