import type { AbsenceRefusal } from "@/lib/bookings/absences/schema";
import type { BookingRefusal } from "@/lib/bookings/schema";
import type { StayReason } from "@/lib/bookings/series/edits/schema";
import type { SeriesRefusal, skipped } from "@/lib/bookings/series/schema";

/** Each refusal has its sentence in the series messages: a missing one does not compile. */
export const seriesRefusalKeys = {
  series_backwards: "refusals.series_backwards",
  series_in_past: "refusals.series_in_past",
  series_of_one: "refusals.series_of_one",
  series_too_long: "refusals.series_too_long",
  too_many_occurrences: "refusals.too_many_occurrences",
  not_bookable: "refusals.not_bookable",
  too_many_people: "refusals.too_many_people",
  nothing_free: "refusals.nothing_free",
  nothing_to_retry: "refusals.nothing_to_retry",
  series_over: "refusals.series_over",
  not_later: "refusals.not_later",
  other_kind: "refusals.other_kind",
  nothing_to_cancel: "refusals.nothing_to_cancel",
  too_late_to_cancel: "refusals.too_late_to_cancel",
  list_changed: "refusals.list_changed",
  idempotency_key_reused: "refusals.idempotency_key_reused",
} as const satisfies Record<Exclude<SeriesRefusal, "nothing_moved">, string>;

export const absenceRefusalKeys = {
  range_backwards: "absenceRefusals.range_backwards",
  range_too_long: "absenceRefusals.range_too_long",
  list_changed: "absenceRefusals.list_changed",
  nothing_to_cancel: "absenceRefusals.nothing_to_cancel",
} as const satisfies Record<AbsenceRefusal, string>;

/** Why one date of a series is not had or does not move, in a few words after it. */
export const dateReasonKeys = {
  slot_taken: "reasons.slot_taken",
  space_full: "reasons.space_full",
  space_closed: "reasons.space_closed",
  slot_over: "reasons.slot_over",
  beyond_horizon: "reasons.beyond_horizon",
  not_bookable: "reasons.not_bookable",
  already_booked: "reasons.already_booked",
  mode_not_offered: "reasons.mode_not_offered",
  length_refused: "reasons.length_refused",
  too_late_to_book: "reasons.too_late_to_book",
  resource_closed: "reasons.resource_closed",
  quota_reached: "reasons.quota_reached",
  too_many_people: "reasons.too_many_people",
  house_full: "reasons.house_full",
  habilitation_needed: "reasons.habilitation_needed",
  idempotency_key_reused: "reasons.idempotency_key_reused",
  skipped: "reasons.skipped",
  too_late_to_cancel: "reasons.too_late_to_cancel",
  already_checked_in: "reasons.already_checked_in",
  needs_approval: "reasons.needs_approval",
} as const satisfies Record<BookingRefusal | StayReason | typeof skipped, string>;
