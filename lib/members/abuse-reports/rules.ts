import { type AbuseReason, abuseReasons, type ReportOutcome, reportOutcomes } from "./schema";

/** A reason as it was stored; one that is no more is « other ». */
export function reasonOf(stored: string): AbuseReason {
  return abuseReasons.find((reason) => reason === stored) ?? "other";
}

/** What became of it as it was stored; one that is no more is « closed ». */
export function outcomeOf(stored: string | null): ReportOutcome {
  return reportOutcomes.find((outcome) => outcome === stored) ?? "closed";
}

/**
 * Which space's hosts are told: the space of the ad, else where the person usually works, else the first
 * space they belong to; null = staff alone.
 */
export function spaceToTell(of: {
  adSpaceId: string | null;
  usualSpaceId: string | null;
  membershipSpaceIds: readonly string[];
}): string | null {
  return of.adSpaceId ?? of.usualSpaceId ?? of.membershipSpaceIds[0] ?? null;
}
