import type { Actor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import { readMeetings } from "./queries";
import type { ThankInput } from "./schema";

/**
 * Thanks somebody one met that day, within thirty days; they are told. Once a day for the two: again is
 * the same, the first words stay. NotFound for whoever was not met, is not seen, or is hidden by a block.
 */
export async function thank(
  actor: Actor,
  { personId, day, text }: ThankInput,
  at: Date = now(),
): Promise<Result<{ day: string }, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const fromId = actor.personId;
  return inTransaction<{ day: string }, never>(async (tx) => {
    const [meeting] = await readMeetings(tx, fromId, at, { otherId: personId, on: day });
    if (!meeting) throw new NotFound();
    const [written] = await tx.thanks.createManyAndReturn({
      data: { fromId, toId: personId, day: dateColumn(day), text: text || null, createdAt: at },
      skipDuplicates: true,
      select: { id: true },
    });
    if (!written) return ok({ day });
    const { email, locale } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { email: true, locale: true },
    });
    if (!email) return ok({ day });
    const payload = {
      ...{ fromId, name: actor.name, day, spaceName: meeting.spaceName, text: text || null },
      url: `${env().NEXTAUTH_URL}/mon-espace/rencontres`,
    };
    await notify(tx, { kind: "thanks-received", personId, email, locale, payload }, at);
    return ok({ day });
  });
}
