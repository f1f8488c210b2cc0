import type { Position } from "@/lib/core/distance";
import type { ReportRows } from "@/lib/reports/indicators/schema";
import { plusDays } from "./slow-clock";
import { type Asked, everywhere, type Sitting, share } from "./slow-ground";

/** Half-days of one person on one date, and what each is worth of a day. */
type Piece = { who: string; space: string; worth: number };

/** Indicators 24 and 25 another way: day by day, person by person, along the chord through the earth. */
export function slowTravel(rows: ReportRows, inside: Sitting[], { range }: Asked) {
  const isWhole = range.first.endsWith("-01") && plusDays(range.last, 1).endsWith("-01");
  if (!isWhole) return { commuteAvoided: null, carbonAvoided: null };
  const teleworkers: string[] = [];
  for (const { id, situation } of rows.people) {
    if (situation === "teleworker" && inside.some(({ who }) => who === id)) teleworkers.push(id);
  }
  const pieces: Piece[] = [];
  for (const who of teleworkers) pieces.push(...piecesOf(who, inside));
  const counts = pieces.filter(({ who }) => isCounted(rows, who));
  const silent = teleworkers.filter(
    (id) => !rows.travel.commutes.some(({ personId }) => personId === id),
  );
  const both = {
    counted: share(peopleIn(counts).length, teleworkers.length),
    countedDays: share(worthOf(counts), worthOf(pieces)),
    gaveNothing: share(silent.length, teleworkers.length),
    assumptionsVersion: rows.travel.assumptions.version,
  };
  const at = (ids: string[]) => counts.filter(({ space }) => ids.includes(space));
  return {
    commuteAvoided: { ...everywhere(rows, (ids) => kilometres(rows, at(ids))), ...both },
    carbonAvoided: { ...everywhere(rows, (ids) => carbon(rows, at(ids))), ...both },
  };
}

function piecesOf(who: string, inside: Sitting[]): Piece[] {
  const pieces: Piece[] = [];
  const own = inside.filter((sitting) => sitting.who === who);
  for (const date of new Set(own.map((sitting) => sitting.date))) {
    const slots = new Set(
      own.filter((one) => one.date === date).map(({ space, half }) => `${space}|${half}`),
    );
    for (const slot of slots) {
      const worth = slots.size === 1 ? 0.5 : 1 / slots.size;
      pieces.push({ who, space: slot.split("|")[0] ?? "", worth });
    }
  }
  return pieces;
}

function commuteOf(rows: ReportRows, who: string) {
  return rows.travel.commutes.find(({ personId }) => personId === who);
}

function isCounted(rows: ReportRows, who: string): boolean {
  const person = rows.people.find(({ id }) => id === who);
  return commuteOf(rows, who) !== undefined && typeof person?.communeId === "string";
}

/** Straight through the ground, then bent over it. */
function arc(from: Position | undefined, to: Position | undefined): number {
  if (!from || !to) return Number.NaN;
  const onBall = ({ latitude, longitude }: Position): [number, number, number] => {
    const [north, east] = [(latitude / 180) * Math.PI, (longitude / 180) * Math.PI];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
  };
  const [[a, b, c], [x, y, z]] = [onBall(from), onBall(to)];
  return 6371.0088 * 2 * Math.asin(Math.hypot(a - x, b - y, c - z) / 2);
}

function kmOf(rows: ReportRows, { who, space, worth }: Piece): number {
  const { positions, assumptions } = rows.travel;
  const commute = commuteOf(rows, who);
  const home = positions.ofCommunes.get(
    rows.people.find(({ id }) => id === who)?.communeId ?? "nowhere",
  );
  const bent = assumptions.values.detourFactor;
  let work = commute?.kmToWork;
  if (work === null || work === undefined) {
    work = bent * arc(home, positions.ofCommunes.get(commute?.workplaceId ?? "nowhere"));
  }
  let site = bent * arc(home, positions.ofSpaces.get(space));
  if (commute?.toSpace && commute.toSpace.spaceId === space) site = commute.toSpace.km;
  return worth * (work + work - site - site);
}

function peopleIn(pieces: Piece[]): string[] {
  return [...new Set(pieces.map(({ who }) => who))];
}

function worthOf(pieces: Piece[]): number {
  let sum = 0;
  for (const { worth } of pieces) sum += worth;
  return sum;
}

const base = (pieces: Piece[]) => ({
  persons: peopleIn(pieces).length,
  personDays: worthOf(pieces),
});

function perMode<Value>(rows: ReportRows, pieces: Piece[], count: (own: Piece[]) => Value) {
  const told: Record<string, Value> = {};
  for (const { who } of pieces) {
    const mode = commuteOf(rows, who)?.mode ?? "";
    told[mode] = count(pieces.filter((piece) => commuteOf(rows, piece.who)?.mode === mode));
  }
  return told;
}

function kilometres(rows: ReportRows, pieces: Piece[]) {
  const count = (own: Piece[]) => {
    let km = 0;
    for (const piece of own) km += kmOf(rows, piece);
    return { ...base(own), km };
  };
  return { ...count(pieces), byMode: perMode(rows, pieces, count) };
}

/** Null where nothing is known of it. */
function kgOf(rows: ReportRows, piece: Piece): number | null {
  const { values } = rows.travel.assumptions;
  const km = kmOf(rows, piece);
  switch (commuteOf(rows, piece.who)?.mode) {
    case "car":
      return km * values.carKgPerKm;
    case "shared_car":
      return (km * values.carKgPerKm) / values.sharedCarPeople;
    case "bus":
      return km * values.busKgPerKm;
    case "train":
      return km * values.trainKgPerKm;
    case "active":
      return km * values.activeKgPerKm;
    default:
      return values.motorbikeKgPerKm === null ? null : km * values.motorbikeKgPerKm;
  }
}

function carbon(rows: ReportRows, pieces: Piece[]) {
  const { values } = rows.travel.assumptions;
  const gross = (own: Piece[]) => {
    let sum: number | null = null;
    for (const piece of own) {
      const kg = kgOf(rows, piece);
      if (kg !== null) sum = (sum ?? 0) + kg;
    }
    return sum;
  };
  const grossKg = gross(pieces);
  const takenBack = grossKg !== null && grossKg > 0 ? (grossKg * values.reboundPercent) / 100 : 0;
  return {
    grossKg,
    netKg: grossKg === null ? null : grossKg - takenBack,
    weeklyDays: grossKg === null ? null : grossKg / values.yardstickKg,
    base: base(pieces.filter((piece) => kgOf(rows, piece) !== null)),
    withoutFactor: base(pieces.filter((piece) => kgOf(rows, piece) === null)),
    byMode: perMode(rows, pieces, (own) => ({ ...base(own), grossKg: gross(own) })),
  };
}
