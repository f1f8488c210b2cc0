import { type Grant, holdsAt } from "@/lib/members/habilitations/rules";

/** What a resource may ask of whoever books it: a habilitation, or nothing. */
type Asking = { id: string; habilitationId: string | null };

/** Those of these resources that somebody who holds these habilitations may have. */
export function allowedAmong<Resource extends Asking>(
  resources: readonly Resource[],
  held: ReadonlySet<string>,
): Resource[] {
  return resources.filter(({ habilitationId }) => !habilitationId || held.has(habilitationId));
}

/** Whether what a resource asks for is held when a booking of it begins, not when it is made. */
export function holdsThen(
  { habilitationId }: { habilitationId?: string | null },
  { grants = [] }: { grants?: readonly Grant[] },
  { startsAt }: { startsAt: Date },
): boolean {
  if (!habilitationId) return true;
  return grants.some((one) => one.habilitationId === habilitationId && holdsAt(one, startsAt));
}
