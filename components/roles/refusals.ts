import type { NameHolderRefusal, WithdrawRefusal } from "@/lib/identity/roles/schema";

/** Each refusal has its sentence in the messages on roles: a missing one does not compile. */
export const nameRefusalKeys = {
  unknown_person: "refusals.unknown_person",
  already_held: "refusals.already_held",
  too_many_tries: "refusals.too_many_tries",
} as const satisfies Record<NameHolderRefusal, string>;

export const withdrawRefusalKeys = {
  last_admin: "refusals.last_admin",
} as const satisfies Record<WithdrawRefusal, string>;
