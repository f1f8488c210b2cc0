import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { withFreshReading } from "@/lib/core/stale-reading";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { withAlternatives } from "../alternatives/queries";
import { peopleOf } from "../alternatives/rules";
import { holdSpace } from "../holds/commands";
import { findTheirPerson } from "../look-ups/queries";
import { canRunDay } from "../policy";
import { bookingRefusals } from "../schema";
import { type BookedPlace, noticeOfNew, takePlace } from "../takings/commands";
import { choiceOf, decideWish, type Wish, wantedOf, withRoomFor } from "../wishes/queries";
import { hostTermsOf } from "./rules";
import type { BookForInput, BookForRefusal } from "./schema";

/**
 * Books for a member or somebody known by a name, in a space one hosts: sure at once, beyond notice,
 * horizon and quota, which bind members; never in the past nor when closed, and one seat at a time for
 * a person as always. The member is told; journalled. The same key answers with the same booking.
 * Refuses every BookingRefusal, with alternatives, and `unknown_person` (findTheirPerson).
 */
export async function bookFor(
  actor: Actor,
  input: BookForInput,
  at: Date = now(),
): Promise<Result<BookedPlace, BookForRefusal>> {
  const result = await withFreshReading((isLast) =>
    inTransaction<BookedPlace, BookForRefusal>(async (tx) => {
      const { slug } = input;
      const space = isLast ? await holdSpace(tx, slug, at) : await getSpaceBySlug(slug, tx);
      return bookIn(tx, actor, space, input, at);
    }),
  );
  return result.ok ? result : near(result, input, at);
}

async function bookIn(
  tx: Tx,
  actor: Actor,
  read: Space,
  input: BookForInput,
  at: Date,
): Promise<Result<BookedPlace, BookForRefusal>> {
  if (!canRunDay(actor, read.id)) throw new NotFound();
  const person = await personOf(tx, actor, read.id, input, at);
  if (input.personId && !person) return refuse("unknown_person");
  const again = await findByKey(tx, read.id, input);
  if (again) return again;
  const space = hostTermsOf(read);
  const wish = await decideWish(tx, space, wantedOf(input), choiceOf(input), at);
  if (!wish.ok) return wish;
  const fitting = withRoomFor(wish.value, input.companions);
  if (!fitting.ok) return fitting;
  return take(tx, actor, space, fitting.value, { input, person, at });
}

type ForWhom = { input: BookForInput; person: Person; at: Date };

async function take(
  tx: Tx,
  actor: Actor,
  space: Space,
  { moment, candidates }: Wish,
  { input, person, at }: ForWhom,
): Promise<Result<BookedPlace, BookForRefusal>> {
  const id = newId();
  const told = { id, asks: false, resource: candidates[0], at };
  const taken = await takePlace(tx, space, moment, candidates, {
    id,
    personId: person?.id ?? null,
    guestName: input.guestName ?? null,
    companions: input.companions ?? [],
    note: input.note ?? null,
    state: "confirmed",
    source: "host",
    createdBy: personIdOf(actor),
    createdAt: at,
    idempotencyKey: input.idempotencyKey ?? null,
    countsQuota: false,
    notice: person && noticeOfNew(person, space, moment, told),
  });
  if (!taken.ok || !taken.value.isNew) return taken;
  const line = { actor, action: "booking.made_for", spaceId: space.id };
  await writeJournal(tx, { ...line, subjectId: taken.value.id });
  return taken;
}

type Person = Awaited<ReturnType<typeof findTheirPerson>>;

async function personOf(
  tx: Tx,
  actor: Actor,
  spaceId: string,
  { personId, proof }: BookForInput,
  at: Date,
): Promise<Person> {
  return personId ? findTheirPerson(tx, actor, { spaceId, personId, proof }, at) : null;
}

async function findByKey(
  tx: Tx,
  spaceId: string,
  { idempotencyKey, personId }: BookForInput,
): Promise<Result<BookedPlace, never> | null> {
  if (!idempotencyKey) return null;
  const again = await tx.booking.findFirst({
    where: {
      spaceId,
      idempotencyKey,
      personId: personId ?? null,
      source: "host",
      state: "confirmed",
    },
    select: { id: true, resource: { select: { id: true, name: true } } },
  });
  return again && ok(again);
}

async function near(
  refused: Refused<BookForRefusal>,
  input: BookForInput,
  at: Date,
): Promise<Refused<BookForRefusal>> {
  if (!bookingRefusals.some((code) => code === refused.refusal)) return refused;
  const { slug, resourceId, personId } = input;
  const kinds = "kind" in input && input.kind ? { kinds: [input.kind] } : {};
  const people = peopleOf(input.companions);
  const wish = { slug, resourceId, personId, wanted: wantedOf(input), people };
  return withAlternatives(refused, { ...wish, ...kinds }, at);
}
