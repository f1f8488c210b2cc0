import type { ReportRows } from "@/lib/reports/indicators/schema";
import { datesFrom, instantOf, plusDays, quarter, touches, wallOf, weekdayAt } from "./slow-clock";
import {
  type Asked,
  countedOn,
  everywhere,
  type Ground,
  halvesAt,
  isTakenBy,
  type Line,
  type Sitting,
  share,
  withParts,
} from "./slow-ground";

/** Indicators of places: 1 to 4, 15 to 17 and 26, counted line by line. */
export function slowPlaces(rows: ReportRows, ground: Ground, asked: Asked) {
  const taken = ground.lines.map((line) => ({ line, ...fateOf(ground.sittings, line) }));
  const occupancy = (ids: string[], isTaken: (fate: (typeof taken)[number]) => boolean) => {
    const here = taken.filter(({ line }) => ids.includes(line.space));
    const extended = here.filter(({ line }) => line.isExtended);
    return {
      ...share(here.filter(isTaken).length, here.length),
      extended: share(extended.filter(isTaken).length, extended.length),
    };
  };
  return {
    offeredCapacity: everywhere(rows, (ids) => {
      const here = ground.lines.filter(({ space }) => ids.includes(space));
      return {
        deskSlots: here.length,
        extended: here.filter(({ isExtended }) => isExtended).length,
        roomHours: roomQuarters(rows, ground, ids, asked).offered / 4,
      };
    }),
    bookedOccupancy: everywhere(rows, (ids) => occupancy(ids, ({ isBooked }) => isBooked)),
    realOccupancy: everywhere(rows, (ids) => {
      const [booked, real] = [
        occupancy(ids, ({ isBooked }) => isBooked),
        occupancy(ids, ({ isOccupied }) => isOccupied),
      ];
      return { ...real, empty: share(booked.count - real.count, booked.count) };
    }),
    roomUse: everywhere(rows, (ids) => roomUse(rows, ground, ids, asked)),
    peak: everywhere(rows, (ids) => peak(taken.filter(({ line }) => ids.includes(line.space)))),
    refusedDemand: everywhere(rows, (ids) => refused(rows, ids, asked)),
    lateAndNoShow: everywhere(rows, (ids) => lateAndNoShow(rows, ground, ids, asked)),
    opening: everywhere(rows, (ids) => opening(rows, ground, ids, asked)),
  };
}

function fateOf(sittings: Sitting[], line: Line) {
  const own = sittings.filter(
    ({ space, date, half, held }) =>
      date === line.date && half === line.half && space === line.space && held.includes(line.desk),
  );
  return { isBooked: own.length > 0, isOccupied: own.some(({ isTaken }) => isTaken) };
}

function roomQuarters(rows: ReportRows, ground: Ground, ids: string[], { range }: Asked) {
  let [offered, booked] = [0, 0];
  for (const space of rows.spaces.filter(({ id }) => ids.includes(id))) {
    const own = ground.kept
      .filter(({ spaceId }) => spaceId === space.id)
      .map((booking) => ({ ...booking, held: withParts(space, booking.resourceId) }));
    for (const date of datesFrom(range.first, range.last)) {
      for (const room of countedOn(space, date, ["room"])) {
        const open = [...(ground.days.get(`${space.id}|${date}`)?.open ?? [])];
        const free = open.filter((at) => !touches(at, at + quarter, room.closures));
        const holds = own.filter(({ held }) => held.includes(room.id));
        offered += free.length;
        booked += free.filter((at) => touches(at, at + quarter, holds)).length;
      }
    }
  }
  return { offered, booked };
}

/** Bookings of these spaces that begin in the period, events apart, with their space. */
function begun(rows: ReportRows, ground: Ground, ids: string[], { range }: Asked) {
  return ground.kept.flatMap((booking) => {
    const space = rows.spaces.find(({ id }) => id === booking.spaceId);
    const on = begins(rows, booking);
    const isCounted = space && ids.includes(space.id) && on >= range.first && on <= range.last;
    return isCounted && !booking.isEvent ? [{ booking, space }] : [];
  });
}

function begins(rows: ReportRows, { spaceId, startsAt }: { spaceId: string; startsAt: Date }) {
  const zone = rows.spaces.find(({ id }) => id === spaceId)?.calendar.timeZone ?? "UTC";
  return wallOf(+startsAt, zone).date;
}

function roomUse(rows: ReportRows, ground: Ground, ids: string[], asked: Asked) {
  const { offered, booked } = roomQuarters(rows, ground, ids, asked);
  let [meetings, people, seats] = [0, 0, 0];
  for (const { booking, space } of begun(rows, ground, ids, asked)) {
    const room = space.resources.find(({ id }) => id === booking.resourceId);
    if (room?.kind !== "room" || !isTakenBy(space, booking, asked.at)) continue;
    meetings += 1;
    people += booking.companions + 1;
    seats += room.seats;
  }
  return { hours: share(booked / 4, offered / 4), people: share(people, seats), meetings };
}

type Fate = { line: Line; isOccupied: boolean };

function peak(here: Fate[]) {
  const halves = halvesInOrder(here);
  let busiest = halves[0] ?? null;
  for (const half of halves) if (busiest && half.occupied > busiest.occupied) busiest = half;
  const counts = halves.map(({ occupied }) => occupied).sort((a, b) => a - b);
  const percentile95 = counts.find((_, index) => (index + 1) * 100 >= 95 * counts.length) ?? null;
  const week = everyHalf((weekday, half) => {
    const own = here.filter(({ line }) => line.half === half && weekdayAt(line.date) === weekday);
    return share(own.filter(({ isOccupied }) => isOccupied).length, own.length);
  });
  return { busiest, percentile95, halves: halves.length, week };
}

function halvesInOrder(here: Fate[]) {
  const halves: { day: string; half: string; occupied: number }[] = [];
  for (const date of [...new Set(here.map(({ line }) => line.date))].sort()) {
    for (const half of ["morning", "afternoon"]) {
      const own = here.filter(({ line }) => line.date === date && line.half === half);
      if (own.length === 0) continue;
      const occupied = own.filter(({ isOccupied }) => isOccupied).length;
      halves.push({ day: date, half, occupied });
    }
  }
  return halves;
}

function everyHalf<Cell>(cellOf: (weekday: number, half: string) => Cell) {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    ["morning", "afternoon"].map((half) => ({ weekday, half, ...cellOf(weekday, half) })),
  );
}

function refused(rows: ReportRows, ids: string[], { range }: Asked) {
  const wanted = rows.wishes
    .flatMap((wish) => {
      const space = rows.spaces.find(({ id }) => id === wish.spaceId);
      if (!space || !ids.includes(space.id)) return [];
      const seen = halvesAt(space, wish);
      return [{ wish, halves: seen.filter(([on]) => on >= range.first && on <= range.last) }];
    })
    .filter(({ halves }) => halves.length > 0);
  const listed = wanted.filter(({ wish }) => wish.from === "waiting_list");
  const seats = wanted.filter(({ wish }) => wish.kind === "desk" || wish.kind === "office");
  let places = 0;
  for (const { wish } of seats) places += wish.places;
  const week = everyHalf((weekday, half) => {
    let cell = 0;
    for (const { wish, halves } of seats) {
      const touched = halves.filter(([on, which]) => which === half && weekdayAt(on) === weekday);
      cell += wish.places * touched.length;
    }
    return { places: cell };
  });
  const served = listed.filter(({ wish }) => wish.isServed).length;
  return { places, week, waiting: share(served, listed.length) };
}

function lateAndNoShow(rows: ReportRows, ground: Ground, ids: string[], asked: Asked) {
  let [late, rendered, leftEmpty] = [0, 0, 0];
  const all = begun(rows, ground, ids, asked);
  for (const { booking, space } of all) {
    const { state, endsAt } = booking;
    const came = isTakenBy(space, booking, asked.at);
    if (state === "released" && !came) late += 1;
    if (state === "no_show") rendered += 1;
    if (state === "confirmed" && !came && +endsAt <= +asked.at) leftEmpty += 1;
  }
  return {
    late: share(late, all.length),
    noShow: share(rendered + leftEmpty, all.length),
    leftEmpty,
  };
}

function opening(rows: ReportRows, ground: Ground, ids: string[], { range }: Asked) {
  let [open, staffed, unexpectedDays] = [0, 0, 0];
  const dates = datesFrom(range.first, range.last);
  for (const space of rows.spaces) {
    if (!ids.includes(space.id)) continue;
    for (const date of dates) {
      const inService = space.resources.some(
        ({ inServiceFrom: from, inServiceUntil: until }) =>
          date >= from && (until === null || date < until),
      );
      const day = ground.days.get(`${space.id}|${date}`);
      if (!inService || !day) continue;
      open += day.open.size;
      staffed += day.staffed.size;
      const known = instantOf(plusDays(date, -7), 0, space.calendar.timeZone);
      const late = space.closures.filter(({ announcedAt }) => +announcedAt > known);
      if (day.planned.some(({ from, until }) => touches(from, until, late))) unexpectedDays += 1;
    }
  }
  const weeks = dates.length / 7;
  return {
    staffedHours: staffed / 4 / weeks,
    selfServiceHours: (open - staffed) / 4 / weeks,
    unexpectedDays,
  };
}
