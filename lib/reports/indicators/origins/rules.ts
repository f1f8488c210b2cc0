import type { Day } from "@/lib/core/day";
import { type Situation, situations } from "@/lib/members/profiles/schema";
import { isWholeMonths } from "../../comparisons/rules";
import { keptBookings, presencesIn, sumOf } from "../counted/rules";
import type { Counting, Reading, ReportPerson, ReportRows } from "../schema";

export type UsersByResidence = {
  /** Distinct persons by INSEE code, "" for those who did not say: not to be shown as it is. */
  byCommune: Map<string, number>;
  members: number;
  neighbours: number;
  elsewhere: number;
  unsaid: number;
  /** Of the communes of the network, for a thousand inhabitants; null where they are not known. */
  perThousand: number | null;
};

/**
 * 13. Distinct persons present, by where they live. Of whole months only: two reports one day apart would
 * tell where one person lives. `residenceLines` makes what may be published of `byCommune`.
 */
export function usersByResidence(rows: ReportRows, counting: Counting): Reading<UsersByResidence> {
  if (!isWholeMonths(counting.range)) return { kind: "whole_months_only" };
  const byCommune = new Map<string, number>();
  for (const { communeId } of peoplePresent(rows, counting)) {
    byCommune.set(communeId ?? "", (byCommune.get(communeId ?? "") ?? 0) + 1);
  }
  const own = rows.communes.filter(({ isMember }) => isMember);
  const countOf = (communes: readonly { insee: string }[]) =>
    sumOf(communes, ({ insee }) => byCommune.get(insee) ?? 0);
  const neighbours = rows.communes.filter(({ isMember, epci }) => !isMember && epci !== null);
  const [members, near, unsaid] = [countOf(own), countOf(neighbours), byCommune.get("") ?? 0];
  const inhabitants = sumOf(own, ({ population }) => population ?? 0);
  const isKnown = own.length > 0 && own.every(({ population }) => population);
  return {
    kind: "counted",
    value: {
      byCommune,
      members,
      neighbours: near,
      elsewhere: sumOf([...byCommune.values()], (count) => count) - members - near - unsaid,
      unsaid,
      perThousand: isKnown ? (1000 * members) / inhabitants : null,
    },
  };
}

export type UsersByProfile = Record<Situation | "unsaid", number>;

/**
 * 14. Distinct persons present, by what they said they were on the last day they came in the period; of whole
 * months only, as for where they live.
 */
export function usersByProfile(rows: ReportRows, counting: Counting): Reading<UsersByProfile> {
  if (!isWholeMonths(counting.range)) return { kind: "whole_months_only" };
  const said = peoplePresent(rows, counting).map(situationThen);
  const countOf = (wanted: Situation | null) =>
    said.filter((situation) => situation === wanted).length;
  const bySituation = Object.fromEntries(
    situations.map((situation) => [situation, countOf(situation)]),
  ) as Record<Situation, number>;
  return { kind: "counted", value: { ...bySituation, unsaid: countOf(null) } };
}

/** What a profile said at the end of that day; who had said nothing yet is what they said first after it. */
function situationThen({ situation, past, lastDay }: Present): Situation | null {
  return past.find(({ until }) => lastDay < until)?.situation ?? situation;
}

type Present = Omit<ReportPerson, "id"> & { lastDay: Day };

/** Whoever was there, once each; somebody without a profile said nothing of themselves. */
function peoplePresent(rows: ReportRows, { range, at }: Counting): Present[] {
  const byId = new Map(rows.people.map((person) => [person.id, person]));
  const lastDays = new Map<string, Day>();
  for (const { personId, day } of presencesIn(rows.spaces, keptBookings(rows, at), range)) {
    if (personId !== null && day >= (lastDays.get(personId) ?? day)) lastDays.set(personId, day);
  }
  return [...lastDays].map(([id, lastDay]) => {
    const said = byId.get(id) ?? { communeId: null, situation: null, past: [] };
    return { ...said, lastDay };
  });
}
