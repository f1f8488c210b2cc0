import { type Actor, personIdOf } from "@/lib/core/actor";
import { dateColumn, dayOf, daysBetween } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { getCampaign } from "../campaigns/queries";
import { canNameReaders } from "./policy";
import { longestReading, type NameReaderInput, type NameReaderRefusal } from "./schema";

/**
 * Lets one of the staff read the answers of a campaign until the end of a day, and why; journalled.
 * Refuses `not_staff`, `past_day`, `too_long`, `already_reads`. Administrators; NotFound for anybody else.
 */
export async function nameReader(
  actor: Actor,
  { slug, courriel, reason, endsOn }: NameReaderInput,
  at: Date = now(),
): Promise<Result<null, NameReaderRefusal>> {
  if (!canNameReaders(actor)) throw new NotFound();
  const { id: campaignId, timeZone } = await getCampaign(actor, slug, at);
  const today = dayOf(at, timeZone);
  if (endsOn < today) return refuse("past_day");
  if (daysBetween(today, endsOn) > longestReading) return refuse("too_long");
  const person = await db.person.findFirst({
    where: {
      email: courriel,
      erasedAt: null,
      grants: { some: { role: { in: ["staff", "admin"] }, revokedAt: null } },
    },
    select: { id: true },
  });
  if (!person) return refuse("not_staff");
  return inTransaction<null, NameReaderRefusal>(async (tx) => {
    // Two administrators who name the same person at once: the second sees the first.
    await tx.$queryRaw`SELECT FROM campaigns WHERE id = ${campaignId}::uuid FOR UPDATE`;
    const known = await tx.surveyReader.count({
      where: {
        ...{ campaignId, personId: person.id, revokedAt: null },
        endsOn: { gte: dateColumn(today) },
      },
    });
    if (known > 0) return refuse("already_reads");
    const grantedBy = personIdOf(actor);
    await tx.surveyReader.create({
      data: {
        ...{ campaignId, personId: person.id, reason, grantedBy, grantedAt: at },
        endsOn: dateColumn(endsOn),
      },
    });
    await writeJournal(tx, {
      actor,
      action: "survey.reader_named",
      subjectId: person.id,
      after: { reason, until: endsOn },
    });
    return ok(null);
  });
}

/** Takes it back, from the next page they ask for on; twice is once. Administrators; NotFound for anybody else. */
export async function withdrawReader(
  actor: Actor,
  { id }: { id: string },
  at: Date = now(),
): Promise<Result<null, never>> {
  if (!canNameReaders(actor)) throw new NotFound();
  return inTransaction<null, never>(async (tx) => {
    const reader = await tx.surveyReader.findUnique({ where: { id } });
    if (!reader) throw new NotFound();
    const { count } = await tx.surveyReader.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: at },
    });
    if (count === 0) return ok(null);
    await writeJournal(tx, {
      actor,
      action: "survey.reader_withdrawn",
      subjectId: reader.personId,
    });
    return ok(null);
  });
}
