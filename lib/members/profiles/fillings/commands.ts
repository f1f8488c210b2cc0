import type { PersonActor } from "@/lib/core/actor";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction } from "@/lib/infra/db";
import { audiencesColumn } from "../../audiences/schema";
import { writeSearchTexts } from "../commands";
import { decideFilling } from "./rules";
import type { Filled, Filling } from "./schema";

/**
 * Puts into one's own profile what one chose to, for oneself alone; what the profile said already stays.
 * A commune or a space that is no more is left out. Where it comes from is not kept.
 */
export async function fillProfile(
  actor: PersonActor,
  filling: Filling,
): Promise<Result<Filled, never>> {
  const { personId } = actor;
  return inTransaction<Filled, never>(async (tx) => {
    await tx.profile.createMany({ data: [{ personId }], skipDuplicates: true });
    await tx.$queryRaw`SELECT FROM profiles WHERE person_id = ${personId}::uuid FOR UPDATE`;
    const profile = await tx.profile.findUniqueOrThrow({ where: { personId } });
    const isCommune = await tx.commune.count({ where: { insee: filling.commune ?? "" } });
    const space = filling.space
      ? await tx.space.findUnique({ where: { id: filling.space }, select: { id: true } })
      : null;
    const known: Filling = {
      ...filling,
      commune: isCommune ? filling.commune : undefined,
      space: space?.id,
    };
    const decided = decideFilling(known, profile, audiencesColumn.parse(profile.audiences));
    const { filled, left, columns, audiences } = decided;
    if (filled.length === 0) return ok({ filled, left });
    const { skills, ...others } = columns;
    await tx.profile.update({
      where: { personId },
      data: { ...others, ...(skills ? { skills: [...skills] } : {}), audiences },
    });
    await writeSearchTexts(tx, personId);
    return ok({ filled, left });
  });
}
