import { type Actor, personIdOf, requestIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, rowsOf } from "@/lib/infra/db";
import { journalDayStart } from "../rules";
import { canReadJournal } from "./policy";
import { findPersonId } from "./queries";
import type { JournalFilters } from "./schema";

/**
 * Notes that the journal was read, or taken away as a file: once a local day for the same reader and the
 * same question, whatever the page of it. NotFound for whoever is not staff.
 */
export async function noteReading(
  actor: Actor,
  { filters, isFile }: { filters: JournalFilters; isFile: boolean },
  at: Date = now(),
): Promise<void> {
  if (!canReadJournal(actor)) throw new NotFound();
  const { lieu, personne, action, du, au } = filters;
  // The number of the person: an address has no place in what is never erased.
  const person = personne ? ((await findPersonId(personne)) ?? "nobody") : undefined;
  const asked = JSON.stringify({ lieu, person, action, du, au });
  await rowsOf(db, newReading, [
    ...[personIdOf(actor), isFile ? "journal.exported" : "journal.read", asked],
    ...[at, journalDayStart(at), requestIdOf(actor)],
  ]);
}

const newReading = {
  name: "new_reading",
  text: `INSERT INTO journal_entries (at, actor_id, action, after, request_id)
    SELECT $4::timestamptz, $1::uuid, $2::text, $3::jsonb, $6::text
    WHERE NOT EXISTS (
      SELECT FROM journal_entries known
      WHERE known.actor_id = $1::uuid AND known.at BETWEEN $5::timestamptz AND $4::timestamptz
        AND known.action = $2::text AND known.after = $3::jsonb)`,
};
