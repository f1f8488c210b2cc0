import { acceptSwap, declineSwap, proposeSwap, withdrawSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import type { PersonActor } from "@/lib/core/actor";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { type Attempt, type Race, remember, someOf, type Turn } from "./race-world";

/** Exchanges among the members of a race, proposed and answered by whoever has the bookings by then. */
export const swapVerbs: Record<string, { weight: number; attempt: Attempt }> = {
  "propose swap": { weight: 10, attempt: propose },
  "accept swap": { weight: 8, attempt: answer("proposedTo", acceptSwap) },
  "decline swap": { weight: 1, attempt: answer("proposedTo", declineSwap) },
  "withdraw swap": { weight: 1, attempt: answer("proposedBy", withdrawSwap) },
};

async function propose({ race, chance, at }: Turn) {
  const [offered, wanted] = [someOf(race.bookings, chance), someOf(race.bookings, chance)];
  if (!offered || !wanted) return null;
  const row = await db.booking.findFirst({
    where: { id: offered.id },
    select: { personId: true },
  });
  // Since then it may be another's: so much the better.
  const member = memberOf(race, row?.personId);
  if (!member) return null;
  const proposal = { bookingId: offered.id, code: swapCodeOf(wanted.id) };
  const result = await proposeSwap(member, proposal, at);
  if (result.ok) remember(race.swaps, { id: result.value.id, space: offered.space, member });
  return result;
}

type Answer = (
  actor: PersonActor,
  input: { swapId: string },
  at: Date,
) => Promise<Result<unknown, string>>;

function answer(by: "proposedTo" | "proposedBy", say: Answer): Attempt {
  return async ({ race, chance, at }) => {
    const known = someOf(race.swaps, chance);
    const row = known && (await db.swap.findUnique({ where: { id: known.id } }));
    const member = memberOf(race, row?.[by]);
    if (!known || !row || !member) return null;
    const result = await say(member, { swapId: known.id }, at);
    if (result.ok && row.state === "proposed") await noteOwners(race, row);
    return result;
  };
}

/** Who says a verb of a booking later is whose it is by now. */
async function noteOwners(
  race: Race,
  { offeredId, wantedId }: Record<"offeredId" | "wantedId", string>,
) {
  const rows = await db.booking.findMany({
    where: { id: { in: [offeredId, wantedId] } },
    select: { id: true, personId: true },
  });
  for (const known of [...race.bookings, ...race.requests]) {
    const row = rows.find(({ id }) => id === known.id);
    known.member = memberOf(race, row?.personId) ?? known.member;
  }
}

function memberOf(race: Race, personId: string | null | undefined): PersonActor | undefined {
  return race.members.find((member) => member.personId === personId);
}
