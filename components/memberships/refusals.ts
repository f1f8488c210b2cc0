import type { CodeRefusal } from "@/lib/members/codes/schema";
import type { AcceptRulesRefusal } from "@/lib/members/house-rules/schema";
import type { InvitationRefusal } from "@/lib/members/invitations/schema";
import type { MembershipRefusal } from "@/lib/members/memberships/schema";
import type { WelcomeRefusal } from "@/lib/members/welcome/schema";

type Refusal =
  | MembershipRefusal
  | CodeRefusal
  | InvitationRefusal
  | WelcomeRefusal
  | AcceptRulesRefusal;

/** Each refusal has its sentence in the messages on belonging: a missing one does not compile. */
export const belongingRefusalKeys = {
  declined_recently: "refusals.declined_recently",
  not_possible_now: "refusals.not_possible_now",
  code_refused: "refusals.code_refused",
  too_many_tries: "refusals.too_many_tries",
  too_many_invitations: "refusals.too_many_invitations",
  used_already: "refusals.used_already",
  too_many_steps: "refusals.too_many_steps",
  already_there: "refusals.already_there",
  title_needed: "refusals.title_needed",
  newer_version: "refusals.newer_version",
} as const satisfies Record<Refusal, string>;
