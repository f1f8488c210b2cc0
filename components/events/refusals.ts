import type { EditingRefusal } from "@/lib/events/editing/schema";
import type { ProposalRefusal, WithdrawRefusal } from "@/lib/events/proposals/schema";
import type { DateRefusal } from "@/lib/events/series/schema";
import type { SpeakerRefusal } from "@/lib/events/speakers/schema";

/** Each refusal has its sentence in the messages of those who organise: a missing one does not compile. */
export const editingRefusalKeys = {
  room_taken: "refusals.room_taken",
  space_closed: "refusals.space_closed",
  resource_closed: "refusals.resource_closed",
  not_bookable: "refusals.not_bookable",
  beyond_horizon: "refusals.beyond_horizon",
  over_ceiling: "refusals.over_ceiling",
  fewer_than_registered: "refusals.fewer_than_registered",
  in_the_past: "refusals.in_the_past",
  dates_wrong: "refusals.dates_wrong",
  minimum_too_high: "refusals.minimum_too_high",
  unknown_place: "refusals.unknown_place",
  event_ended: "refusals.event_ended",
  changed_since: "refusals.changed_since",
} as const satisfies Record<EditingRefusal, string>;

/** Why one date of a series was not had, in a few words. */
export const dateRefusalKeys = {
  exists: "repeat.why.exists",
  room_taken: "repeat.why.room_taken",
  space_closed: "repeat.why.space_closed",
  resource_closed: "repeat.why.resource_closed",
  not_bookable: "repeat.why.not_bookable",
  beyond_horizon: "repeat.why.beyond_horizon",
  over_ceiling: "repeat.why.over_ceiling",
  fewer_than_registered: "repeat.why.fewer_than_registered",
  in_the_past: "repeat.why.in_the_past",
  dates_wrong: "repeat.why.dates_wrong",
  minimum_too_high: "repeat.why.minimum_too_high",
  unknown_place: "repeat.why.unknown_place",
  event_ended: "repeat.why.event_ended",
  changed_since: "repeat.why.changed_since",
} as const satisfies Record<DateRefusal, string>;

/** Every reason a date may be refused for, to be read back from an address. */
export const dateRefusals = Object.keys(dateRefusalKeys) as DateRefusal[];

export const proposalRefusalKeys = {
  ...editingRefusalKeys,
  too_many_proposals: "refusals.too_many_proposals",
  proposed_too_often: "refusals.proposed_too_often",
} as const satisfies Record<ProposalRefusal, string>;

export const withdrawRefusalKeys = {
  decided: "proposals.decided",
} as const satisfies Record<WithdrawRefusal, string>;

export const speakerRefusalKeys = {
  unknown_person: "refusals.unknown_person",
  too_many_speakers: "refusals.too_many_speakers",
} as const satisfies Record<SpeakerRefusal, string>;
