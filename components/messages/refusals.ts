import type { MessageRefusal, StopRefusal } from "@/lib/members/conversations/schema";

/** Each refusal has its sentence in the conversations messages: a missing one does not compile. */
export const messageRefusalKeys = {
  own_ad: "refusals.own_ad",
  conversation_stopped: "refusals.conversation_stopped",
  person_gone: "refusals.person_gone",
  too_many_messages: "refusals.too_many_messages",
  too_many_to_one: "refusals.too_many_to_one",
  stopped_by_other: "refusals.stopped_by_other",
} as const satisfies Record<MessageRefusal | StopRefusal, string>;
