import type { EventState } from "../schema";

export type EventDates = {
  state: EventState;
  needsRegistration: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
  startsAt: Date;
  endsAt: Date;
};

export type RegistrationWindow =
  /** Anybody comes. */
  "not_needed" | "not_yet" | "open" | "closed" | "begun" | "over" | "cancelled";

/** Whether one can register at that instant; half-open: at `closesAt`, and at the start, it is closed. */
export function registrationWindow(event: EventDates, at: Date): RegistrationWindow {
  if (event.state !== "published") return "cancelled";
  if (at >= event.endsAt) return "over";
  if (!event.needsRegistration) return "not_needed";
  if (at >= event.startsAt) return "begun";
  if (event.opensAt && at < event.opensAt) return "not_yet";
  if (event.closesAt && at >= event.closesAt) return "closed";
  return "open";
}

/** It took place: published, and its end has passed. */
export function wasHeld({ state, endsAt }: Pick<EventDates, "state" | "endsAt">, at: Date) {
  return state === "published" && at >= endsAt;
}
