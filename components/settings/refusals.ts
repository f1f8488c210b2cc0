import type { SettingsRefusal } from "@/lib/bookings/settings/schema";

/** Each refusal has its sentence in the messages on settings: a missing one does not compile. */
export const settingsRefusalKeys = {
  changed_since: "refusals.changed_since",
  halves_booked: "refusals.halves_booked",
  people_expected: "refusals.people_expected",
} as const satisfies Record<SettingsRefusal, string>;
