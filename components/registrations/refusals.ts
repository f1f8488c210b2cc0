import type {
  EditRefusal,
  HostedRefusal,
  RegisterRefusal,
} from "@/lib/events/registrations/schema";

type AnyRefusal = RegisterRefusal | EditRefusal | HostedRefusal;

/** Each refusal has its sentence in messages/<language>/events-register.json: a missing one does not compile. */
export const registrationRefusalKeys = {
  not_needed: "refusals.not_needed",
  not_yet: "refusals.not_yet",
  closed: "refusals.closed",
  begun: "refusals.begun",
  over: "refusals.over",
  cancelled: "refusals.cancelled",
  full: "refusals.full",
  too_many: "refusals.too_many",
  line_full: "refusals.line_full",
  already_registered: "refusals.already_registered",
  too_often: "refusals.too_often",
  trap: "refusals.trap",
  incomplete: "refusals.incomplete",
  offer_over: "refusals.offer_over",
  removed: "refusals.removed",
  not_removed: "refusals.not_removed",
  not_live: "refusals.not_live",
} as const satisfies Record<AnyRefusal, string>;
