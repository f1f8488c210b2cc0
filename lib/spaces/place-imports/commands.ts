import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { importedPrefix } from "../territory/schema";
import { canImportPlaces } from "./policy";
import { findCommuneAt, readPlan } from "./queries";
import { readPlaces } from "./rules";
import type { ColumnNames, ConfirmRefusal, FileRefusal, PlaceRead } from "./schema";
import { textOfFile } from "./texts/rules";

/** Days for which a trial is kept, done or not; the lines of one that is done go at once. */
const trialDays = 30;

type Tried = { bytes: Uint8Array; source: string; sourceDate: string; columns: ColumnNames };

/**
 * Reads a file of places and keeps what was read, for a trial: nothing is shown to anybody before it is
 * confirmed. Staff, admins, the system; NotFound for others. Refuses every FileRefusal.
 */
export async function tryImport(
  actor: Actor,
  { bytes, source, sourceDate, columns }: Tried,
  at: Date = now(),
): Promise<Result<{ id: string }, FileRefusal>> {
  if (!canImportPlaces(actor)) throw new NotFound();
  const text = textOfFile(bytes);
  if (text === null) return refuse("not_text");
  const read = readPlaces(text, columns, await findCommuneAt());
  if (!read.ok) return read;
  // Lines as they came may name people: a trial nobody confirms is not kept for long.
  await db.placeImport.deleteMany({
    where: { madeAt: { lt: new Date(at.getTime() - trialDays * 86_400_000) } },
  });
  const made = await db.placeImport.create({
    data: { madeAt: at, sourceTitle: source, sourceDate, lines: read.value },
    select: { id: true },
  });
  return ok(made);
}

/**
 * Does what the trial said, all of it or nothing, and journals it: places around are made and changed, none
 * is taken away. Staff, admins, the system; NotFound for others. Refuses already_done, and list_changed
 * where the places known are no longer those the trial was shown with (`mark`).
 */
export async function confirmImport(
  actor: Actor,
  { id, mark }: { id: string; mark: string },
  at: Date = now(),
): Promise<Result<{ made: number; changed: number }, ConfirmRefusal>> {
  if (!canImportPlaces(actor)) throw new NotFound();
  return inTransaction<{ made: number; changed: number }, ConfirmRefusal>(async (tx) => {
    await lockAlone(tx, "place imports");
    const plan = await readPlan(id, tx);
    if (!plan) throw new NotFound();
    if (plan.appliedAt) return refuse("already_done");
    if (plan.mark !== mark) return refuse("list_changed");
    const source = { sourceTitle: plan.sourceTitle, sourceDate: plan.sourceDate };
    const made = plan.lines.filter(({ does }) => does === "make");
    await tx.nearbyPlace.createMany({
      data: made.map(({ place }) => ({
        ...{ id: `${importedPrefix}${randomUUID()}`, kind: "unknown" },
        ...rowOf(place),
        ...source,
      })),
    });
    const changed = plan.lines.flatMap((line) => (line.does === "change" ? [line] : []));
    for (const { id: placeId, place } of changed) {
      await tx.nearbyPlace.update({ where: { id: placeId }, data: { ...rowOf(place), ...source } });
    }
    await tx.placeImport.update({ where: { id }, data: { appliedAt: at, lines: [] } });
    const after = { ...source, made: made.length, changed: changed.length };
    await writeJournal(tx, { actor, action: "places.imported", subjectId: id, after });
    return ok({ made: made.length, changed: changed.length });
  });
}

function rowOf({ name, communeName, address, latitude, longitude }: PlaceRead) {
  return { name, communeName, address, latitude, longitude };
}
