import { type Actor, isStaff, type PersonActor } from "@/lib/core/actor";

/** Anybody signed in reads ads and posts their own. */
export function canUseAds(actor: Actor): actor is PersonActor {
  return actor.kind === "person";
}

/** Only its author changes, closes, reopens or renews an ad. */
export function canEditAd(actor: Actor, ad: { personId: string }): boolean {
  return actor.kind === "person" && actor.personId === ad.personId;
}

/** Staff read an ad that is no longer shown, for moderation; hosts read it in what was reported to them. */
export function canSeeAnyAd(actor: Actor): boolean {
  return isStaff(actor);
}
