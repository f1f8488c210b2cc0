import type { ReportEvent, ReportRows } from "@/lib/reports/indicators/schema";
import { plusDays, wallOf } from "./slow-clock";
import {
  type Asked,
  different,
  everywhere,
  type Ground,
  groundOf,
  type Sitting,
  share,
} from "./slow-ground";
import { slowOrigins } from "./slow-origins";
import { slowPlaces } from "./slow-places";
import { slowTravel } from "./slow-travel";

const missing = (because: string) => ({ kind: "not_collected", because });

/**
 * Every indicator that is counted, another way: plain loops over what is seen when each booking and each
 * opening is walked through quarter of an hour by quarter of an hour. Slow on purpose; shares no rule with lib/.
 */
export function slowIndicators(rows: ReportRows, asked: Asked): Record<string, unknown> {
  const ground = groundOf(rows, asked);
  const { first, last } = asked.range;
  const present = ground.sittings.filter(({ isPresent }) => isPresent);
  const inside = present.filter(({ date }) => first <= date && date <= last);
  return {
    ...slowPlaces(rows, ground, asked),
    ...slowPresence(rows, inside),
    ...slowLoyalty(rows, { present, inside, ground }, asked),
    ...slowOrigins(rows, inside, asked),
    ...slowEvents(rows, asked),
    ...slowTravel(rows, inside, asked),
    mobility: {
      severalSites: mobility(inside),
      passesAway: missing("no_passes"),
    },
    structures: everywhere(rows, (ids) => structures(rows, ground, ids, asked)),
  };
}

const known = (sittings: Sitting[]) => sittings.filter(({ booking }) => booking.personId !== null);
const within = (sittings: Sitting[], ids: string[]) =>
  sittings.filter(({ space }) => ids.includes(space));

function slowPresence(rows: ReportRows, inside: Sitting[]) {
  const bySpace: Record<string, number> = {};
  for (const { id } of rows.spaces) bySpace[id] = 0;
  let network = 0;
  for (const day of new Set(inside.map(({ who, date }) => `${who}|${date}`))) {
    const slots = new Set(
      inside
        .filter(({ who, date }) => `${who}|${date}` === day)
        .map(({ space, half }) => `${space}|${half}`),
    );
    const worth = slots.size === 1 ? 0.5 : 1;
    network += worth;
    for (const slot of slots) {
      const space = slot.split("|")[0] ?? "";
      bySpace[space] = (bySpace[space] ?? 0) + worth / slots.size;
    }
  }
  return {
    personDays: { network, bySpace },
    visits: everywhere(rows, (ids) =>
      different(within(inside, ids).map(({ who, space, date }) => `${who}|${space}|${date}`)),
    ),
    uniqueUsers: everywhere(rows, (ids) => {
      const here = within(inside, ids);
      const persons = different(known(here).map(({ who }) => who));
      return { persons, guests: different(here.map(({ who }) => who)) - persons };
    }),
  };
}

type Seen = { present: Sitting[]; inside: Sitting[]; ground: Ground };

function slowLoyalty(rows: ReportRows, { present, inside }: Seen, { range, at }: Asked) {
  const starts = new Map<string, { date: string; spaces: string[] }>();
  for (const { booking, space, date, who } of known(present)) {
    const zone = rows.spaces.find(({ id }) => id === space)?.calendar.timeZone ?? "UTC";
    if (wallOf(+booking.startsAt, zone).date !== date) continue;
    const before = starts.get(who);
    if (!before || date < before.date) starts.set(who, { date, spaces: [space] });
    else if (date === before.date) before.spaces.push(space);
  }
  const isNew = (date: string) => range.first <= date && date <= range.last;
  const active = present.filter(
    ({ date }) => date > plusDays(range.last, -90) && date <= range.last,
  );
  return {
    regularUsers: everywhere(rows, (ids) => loyalty(within(known(inside), ids))),
    activeMembers: everywhere(rows, (ids) =>
      different(known(within(active, ids)).map(({ who }) => who)),
    ),
    newUsers: {
      network: [...starts.values()].filter(({ date }) => isNew(date)).length,
      bySpace: Object.fromEntries(
        rows.spaces.map(({ id }) => [
          id,
          [...starts.values()].filter(({ date, spaces }) => isNew(date) && spaces.includes(id))
            .length,
        ]),
      ),
    },
    retention: retention(present, starts, range, wallOf(+at, "Europe/Paris").date),
  };
}

function loyalty(here: Sitting[]) {
  let [regular, occasional] = [0, 0];
  for (const person of new Set(here.map(({ who }) => who))) {
    const worth: Record<string, number> = {};
    const own = here.filter(({ who }) => who === person);
    for (const day of new Set(own.map(({ date }) => date))) {
      const slots = different(
        own.filter(({ date }) => date === day).map(({ space, half }) => `${space}|${half}`),
      );
      const month = day.slice(0, 7);
      worth[month] = (worth[month] ?? 0) + Math.min(1, slots / 2);
    }
    if (Object.values(worth).some((days) => days >= 4)) regular += 1;
    else occasional += 1;
  }
  return { regular, occasional };
}

/** « 2026-12 » and 1 make « 2027-01 ». */
function monthPlus(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function retention(
  present: Sitting[],
  starts: Map<string, { date: string }>,
  range: Asked["range"],
  today: string,
) {
  const cohorts = [];
  let [back, all] = [0, 0];
  for (let month = range.first.slice(0, 7); `${month}-01` <= range.last; ) {
    const next = monthPlus(month, 1);
    const isWhole = range.first <= `${month}-01` && plusDays(`${next}-01`, -1) <= range.last;
    const newcomers = [...starts]
      .filter(([, { date }]) => date.startsWith(month))
      .map(([id]) => id);
    const months = [1, 2, 3].map((count) => monthPlus(month, count));
    const returned = newcomers.filter((person) =>
      present.some(({ who, date }) => who === person && months.includes(date.slice(0, 7))),
    ).length;
    const isOver = today >= `${monthPlus(month, 4)}-01`;
    if (isWhole) {
      const told = isOver ? share(returned, newcomers.length) : null;
      cohorts.push({ month, newcomers: newcomers.length, returned: told });
    }
    if (isWhole && isOver) [back, all] = [back + returned, all + newcomers.length];
    month = next;
  }
  return { cohorts, returned: share(back, all) };
}

function mobility(inside: Sitting[]) {
  let [people, moving] = [0, 0];
  for (const person of new Set(known(inside).map(({ who }) => who))) {
    const sites = inside.filter(({ who }) => who === person).map(({ space }) => space);
    people += 1;
    if (sites.some((site) => site !== sites[0])) moving += 1;
  }
  return share(moving, people);
}

function structures(rows: ReportRows, ground: Ground, ids: string[], { range }: Asked) {
  const begun = ground.sittings.filter(({ booking, space, date }) => {
    const zone = rows.spaces.find((each) => each.id === space)?.calendar.timeZone ?? "UTC";
    const isStart = wallOf(+booking.startsAt, zone).date === date;
    return isStart && ids.includes(space) && range.first <= date && date <= range.last;
  });
  const hosted: Record<string, number> = { association: 0, employer: 0, town_hall: 0 };
  for (const { id, kind, people } of rows.organisations) {
    const isFor = begun.some(({ booking }) => booking.organisationId === id);
    const isBy = people.some(({ personId, from, until }) =>
      begun
        .filter(({ booking }) => booking.personId === personId)
        .some(({ date }) => date >= from && (until === null || date < until)),
    );
    if (isFor || isBy) hosted[kind] = (hosted[kind] ?? 0) + 1;
  }
  const none = missing("no_declarations");
  return { hosted, domiciled: none, created: none, jobs: none };
}

function slowEvents(rows: ReportRows, { range, at }: Asked) {
  const isIn = (date: string) => date >= range.first && date <= range.last;
  const events = rows.events.filter(({ day }) => isIn(day));
  const held = events.filter((event) => event.state === "published" && +event.endsAt <= +at);
  const of = (ids: string[], own: ReportEvent[]) =>
    own.filter(({ spaceId }) => ids.includes(spaceId));
  const counts = (all: ReportEvent[], over: ReportEvent[]) => {
    let hours = 0;
    for (const { startsAt, endsAt } of over) hours += (+endsAt - +startsAt) / (4 * 900_000);
    const cancelled = all.filter(({ state }) => state === "cancelled").length;
    return { held: over.length, cancelled, hours };
  };
  const themes = [...new Set(events.map(({ theme }) => theme))];
  const ofTheme = (wanted: string, own: ReportEvent[]) =>
    own.filter(({ theme }) => theme === wanted);
  return {
    events: {
      ...everywhere(rows, (ids) => counts(of(ids, events), of(ids, held))),
      byTheme: Object.fromEntries(
        themes.map((theme) => [theme, counts(ofTheme(theme, events), ofTheme(theme, held))]),
      ),
      partners: missing("no_partners"),
    },
    attendance: everywhere(rows, (ids) => attendance(of(ids, held))),
    digitalHelp: everywhere(rows, (ids) => {
      const own = ofTheme("digital", of(ids, held));
      let [accompanied, headsOnly] = [0, 0];
      for (const { named, heads } of own) {
        if (named > 0) accompanied += named;
        else headsOnly += heads ?? 0;
      }
      return { workshops: own.length, accompanied, headsOnly, topics: missing("no_topics") };
    }),
    contribution: {
      volunteerHours: missing("no_volunteer_hours"),
      memberWorkshops: held.filter(({ isLedByMember }) => isLedByMember).length,
      offers: rows.offers.filter(isIn).length,
      contacts: rows.contacts.filter(isIn).length,
    },
  };
}

function attendance(held: ReportEvent[]) {
  const sum = { registered: 0, namedRegistered: 0, walkIns: 0, firstTimers: 0 };
  const heads = { people: 0, events: 0 };
  const seats: [number, number] = [0, 0];
  const onList: [number, number] = [0, 0];
  const keys: string[] = [];
  for (const event of held) {
    for (const key of ["registered", "namedRegistered", "walkIns", "firstTimers"] as const) {
      sum[key] += event[key];
    }
    keys.push(...event.participants);
    heads.people += event.heads ?? 0;
    if (event.heads !== null) heads.events += 1;
    if (event.named === 0) continue;
    if (event.capacity !== null) {
      seats[0] += event.named;
      seats[1] += event.capacity;
    }
    if (event.needsRegistration) {
      onList[0] += event.namedRegistered;
      onList[1] += event.registered;
    }
  }
  return {
    ...sum,
    heads,
    fill: share(...seats),
    attendance: share(...onList),
    participants: different(keys),
  };
}
