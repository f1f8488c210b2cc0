import { situations } from "@/lib/members/profiles/schema";
import type { ReportRows } from "@/lib/reports/indicators/schema";
import { plusDays } from "./slow-clock";
import type { Asked, Sitting } from "./slow-ground";

/** Indicators 13 and 14, person by person. */
export function slowOrigins(rows: ReportRows, inside: Sitting[], { range }: Asked) {
  const isWhole = range.first.endsWith("-01") && plusDays(range.last, 1).endsWith("-01");
  if (!isWhole) return { residence: null, profile: null };
  const known = new Set(inside.flatMap(({ booking }) => booking.personId ?? []));
  const byCommune: Record<string, number> = {};
  const profile: Record<string, number> = { unsaid: 0 };
  for (const situation of situations) profile[situation] = 0;
  const kinds = { members: 0, neighbours: 0, elsewhere: 0, unsaid: 0 };
  for (const who of known) {
    const person = rows.people.find(({ id }) => id === who);
    const commune = person?.communeId ?? "";
    const situation = situationSaid(person, inside);
    byCommune[commune] = (byCommune[commune] ?? 0) + 1;
    profile[situation] = (profile[situation] ?? 0) + 1;
    kinds[kindOf(rows, commune)] += 1;
  }
  const own = rows.communes.filter(({ isMember }) => isMember);
  let inhabitants = 0;
  for (const { population } of own) inhabitants += population ?? Number.NaN;
  const perThousand = inhabitants > 0 ? (kinds.members / inhabitants) * 1000 : null;
  return { residence: { byCommune, ...kinds, perThousand }, profile };
}

/** The latest statement is looked at first, and earlier ones take its place while they still held. */
function situationSaid(person: ReportRows["people"][number] | undefined, inside: Sitting[]) {
  let last = "";
  for (const { who, date } of inside) if (who === person?.id && date > last) last = date;
  let said: string = person?.situation ?? "unsaid";
  for (const before of (person?.past ?? []).toReversed()) {
    if (last < before.until) said = before.situation;
  }
  return said;
}

function kindOf(rows: ReportRows, commune: string) {
  if (commune === "") return "unsaid";
  const told = rows.communes.find(({ insee }) => insee === commune);
  if (told?.isMember) return "members";
  return told?.epci ? "neighbours" : "elsewhere";
}
