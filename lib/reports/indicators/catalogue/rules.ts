import { bookedOccupancy, offeredCapacity, realOccupancy, roomUse } from "../capacity/rules";
import { contribution } from "../contribution/rules";
import { notCollected } from "../counted/rules";
import { lateAndNoShow, peak, refusedDemand } from "../demand/rules";
import { attendance, digitalHelp, gatherings } from "../gatherings/rules";
import { activeMembers, newUsers, regularUsers, retention } from "../loyalty/rules";
import { mobility } from "../mobility/rules";
import { opening } from "../opening/rules";
import { usersByProfile, usersByResidence } from "../origins/rules";
import { personDays, uniqueUsers, visits } from "../presence/rules";
import {
  type Counting,
  type IndicatorId,
  indicatorIds,
  type MissingReason,
  type NotCollected,
  type Reading,
  type ReportRows,
} from "../schema";
import { structures } from "../structures/rules";
import { carbonAvoided, commuteAvoided } from "../travel/rules";

type Count<Value> = (rows: ReportRows, counting: Counting) => Value;

export const families = [
  "capacity",
  "presence",
  "loyalty",
  "origins",
  "demand",
  "mobility",
  "gatherings",
  "structures",
  "money",
  "travel",
  "opening",
  "contribution",
  "satisfaction",
] as const;
export type Family = (typeof families)[number];

/** Every indicator with the rule that counts it; its words are `indicators.list.<id>` of the messages. */
export const catalogue = {
  offeredCapacity: counted("capacity", offeredCapacity),
  bookedOccupancy: counted("capacity", bookedOccupancy),
  realOccupancy: counted("capacity", realOccupancy),
  roomUse: counted("capacity", roomUse),
  personDays: counted("presence", personDays),
  visits: counted("presence", visits),
  uniqueUsers: counted("presence", uniqueUsers),
  regularUsers: counted("loyalty", regularUsers),
  activeMembers: counted("loyalty", activeMembers),
  newUsers: counted("loyalty", newUsers),
  retention: counted("loyalty", retention),
  trialReturn: missing("loyalty", "no_trials"),
  residence: ofWholeMonths("origins", usersByResidence),
  profile: ofWholeMonths("origins", usersByProfile),
  peak: counted("demand", peak),
  refusedDemand: counted("demand", refusedDemand),
  lateAndNoShow: counted("demand", lateAndNoShow),
  mobility: counted("mobility", mobility, "no_passes"),
  events: counted("gatherings", gatherings, "no_partners"),
  attendance: counted("gatherings", attendance),
  digitalHelp: counted("gatherings", digitalHelp, "no_topics"),
  structures: counted("structures", structures, "no_declarations"),
  receipts: missing("money", "no_receipts"),
  commuteAvoided: ofWholeMonths("travel", commuteAvoided),
  carbonAvoided: ofWholeMonths("travel", carbonAvoided),
  opening: counted("opening", opening),
  contribution: counted("contribution", contribution, "no_volunteer_hours"),
  satisfaction: missing("satisfaction", "no_yearly_question"),
} satisfies Record<IndicatorId, Entry<unknown>>;

type Entry<Value> = {
  family: Family;
  /** Why it is never counted; null when it is. */
  missing: MissingReason | null;
  /** Why a part of it is not. */
  missingPart: MissingReason | null;
  /** Says too much of somebody over any two dates. */
  isOfWholeMonths: boolean;
  count: Count<Reading<Value>>;
};

/** What each indicator answers once counted. */
export type IndicatorReading<Id extends IndicatorId> = ReturnType<(typeof catalogue)[Id]["count"]>;
export type IndicatorReadings = { [Id in IndicatorId]: IndicatorReading<Id> };

function counted<Value>(
  family: Family,
  count: Count<Value>,
  missingPart: MissingReason | null = null,
): Entry<Value> {
  return {
    family,
    missing: null,
    missingPart,
    isOfWholeMonths: false,
    count: (rows, counting) => ({ kind: "counted", value: count(rows, counting) }),
  };
}

function ofWholeMonths<Value>(family: Family, count: Count<Reading<Value>>): Entry<Value> {
  return { family, missing: null, missingPart: null, isOfWholeMonths: true, count };
}

function missing(family: Family, because: MissingReason) {
  return {
    family,
    missing: because,
    missingPart: null,
    isOfWholeMonths: false,
    count: (): NotCollected => notCollected(because),
  };
}

/** Its number in every table, from 1 to 28. */
export function numberOf(id: IndicatorId): number {
  return indicatorIds.indexOf(id) + 1;
}

/** All 28 of them over the same days, from the same rows. */
export function countAll(rows: ReportRows, counting: Counting): IndicatorReadings {
  return Object.fromEntries(
    indicatorIds.map((id) => [id, catalogue[id].count(rows, counting)]),
  ) as IndicatorReadings;
}
