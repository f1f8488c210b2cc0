import { day } from "@/lib/core/day";
import type {
  Counting,
  ReportBooking,
  ReportEvent,
  ReportRows,
  ReportSpace,
  TravelRows,
  UnmetWish,
} from "@/lib/reports/indicators/schema";
import { firstVersion, usualValues } from "@/lib/reports/travel-assumptions/schema";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { withFirsts } from "./first-days";
import { aPlainCalendar, plainRule } from "./plain-values";

/** Monday to Friday, 8:30 to 12:30 welcomed and 13:30 to 18:30 by oneself; the boundary is at 13:00. */
export function aWorkingCalendar(own: Partial<OpeningCalendar> = {}): OpeningCalendar {
  return aPlainCalendar({
    rules: [1, 2, 3, 4, 5].flatMap((weekday) => [
      plainRule({ weekday, startMinute: 510, endMinute: 750 }),
      plainRule({ weekday, startMinute: 810, endMinute: 1110, state: "self_service" }),
    ]),
    ...own,
  });
}

type Resource = ReportSpace["resources"][number];

export function aPlace(id: string, own: Partial<Resource> = {}): Resource {
  return {
    id,
    kind: "desk",
    seats: 1,
    inServiceFrom: day("2020-01-01"),
    inServiceUntil: null,
    closures: [],
    partIds: [],
    ...own,
  };
}

/** Two desks, `<id>-1` and `<id>-2`, and a room of eight, `<id>-room`. */
export function aReportSpace(id: string, own: Partial<ReportSpace> = {}): ReportSpace {
  return {
    id,
    calendar: aWorkingCalendar(),
    resources: [
      aPlace(`${id}-1`),
      aPlace(`${id}-2`),
      aPlace(`${id}-room`, { kind: "room", seats: 8 }),
    ],
    closures: [],
    presence: "arrival",
    ...own,
  };
}

export function someRows(own: Partial<ReportRows> = {}): ReportRows {
  const rows = {
    spaces: [aReportSpace("luzech"), aReportSpace("prayssac")],
    bookings: [],
    wishes: [],
    events: [],
    people: [],
    communes: [],
    organisations: [],
    offers: [],
    contacts: [],
    travel: someTravel(),
    ...own,
  };
  return { ...withFirsts(rows, new Date("2027-06-01T00:00:00Z")), ...own };
}

/** Nobody gave anything; the two spaces stand in communes of their own, and the assumptions are the first. */
export function someTravel(own: Partial<TravelRows> = {}): TravelRows {
  const [luzech, prayssac] = [
    { latitude: 44.48, longitude: 1.29 },
    { latitude: 44.5, longitude: 1.19 },
  ];
  return {
    commutes: [],
    positions: {
      ofCommunes: new Map([
        ["46182", luzech],
        ["46225", prayssac],
        ["46042", { latitude: 44.45, longitude: 1.44 }],
      ]),
      ofSpaces: new Map([
        ["luzech", luzech],
        ["prayssac", prayssac],
      ]),
    },
    assumptions: { version: firstVersion, values: usualValues },
    ...own,
  };
}

let serial = 0;

type Moment = { on: string; part?: "morning" | "afternoon" | "day" };

/** In June: France is two hours ahead of UTC. */
function momentOf({ on, part = "day" }: Moment) {
  return {
    startsAt: new Date(`${on}T${part === "afternoon" ? "11:30" : "06:30"}:00Z`),
    endsAt: new Date(`${on}T${part === "morning" ? "10:30" : "16:30"}:00Z`),
  };
}

/** A desk of Luzech booked by Ana, who came, unless told otherwise. */
export function aStay({ on, part, ...own }: Moment & Partial<ReportBooking>): ReportBooking {
  serial += 1;
  const moment = momentOf({ on, ...(part ? { part } : {}) });
  const spaceId = own.spaceId ?? "luzech";
  return {
    id: `booking-${serial}`,
    spaceId,
    resourceId: `${spaceId}-1`,
    personId: "ana",
    checkedInAt: moment.startsAt,
    isEvent: false,
    state: "confirmed",
    companions: 0,
    organisationId: null,
    ...moment,
    ...own,
  };
}

export function aWish({ on, part, ...own }: Moment & Partial<UnmetWish>): UnmetWish {
  return {
    spaceId: "luzech",
    kind: "desk",
    places: 1,
    from: "waiting_list",
    isServed: false,
    ...momentOf({ on, ...(part ? { part } : {}) }),
    ...own,
  };
}

/** A workshop of two hours at Luzech, ten seats, on a list. */
export function aReportEvent({ on, ...own }: { on: string } & Partial<ReportEvent>): ReportEvent {
  serial += 1;
  return {
    id: `event-${serial}`,
    spaceId: "luzech",
    spaceName: "Luzech",
    theme: "digital",
    state: "published",
    day: day(on),
    startsAt: new Date(`${on}T16:00:00Z`),
    endsAt: new Date(`${on}T18:00:00Z`),
    capacity: 10,
    needsRegistration: true,
    registered: 0,
    named: 0,
    heads: null,
    firstTimers: 0,
    feedback: { count: 0, sum: 0 },
    namedRegistered: 0,
    walkIns: 0,
    participants: [],
    isLedByMember: false,
    ...own,
  };
}

/** Local days, both included, counted long after. */
export function countingOf(
  first: string,
  last: string = first,
  at = "2027-06-01T00:00:00Z",
): Counting {
  return { range: { first: day(first), last: day(last) }, at: new Date(at) };
}
