import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import type { WeeklyRule } from "@/lib/spaces/opening-hours/schema";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { lockHits, lockSpaces, type Settled, settleHits } from "../hits/commands";
import { markOf } from "../hits/queries";
import { decideOutcomes } from "../hits/rules";
import { type Hit, longestSettling, mostHits } from "../hits/schema";
import { canRunDay } from "../policy";
import { listLeftOutside, listRules } from "./queries";
import { decideChange, editOf, type KnownRule, type OpeningEdit } from "./rules";
import type { ChangeOpeningInput, OpeningRefusal } from "./schema";

/**
 * Changes the weekly hours from a day on, or the hours of one day, and cancels or keeps each booking that
 * is left outside, as answered about the list that was shown; each person is told. Hours of the past stay
 * as they were. Refuses every OpeningRefusal. Hosts of the space; journalled.
 */
export async function changeOpening(
  actor: Actor,
  { slug, change, list, ...answers }: ChangeOpeningInput,
  at: Date = now(),
): Promise<Result<Settled, OpeningRefusal>> {
  return inTransaction<Settled, OpeningRefusal>(async (tx) => {
    const read = await readAlone(tx, actor, { slug, change, list }, at);
    if (!read.ok) return read;
    const { spaceId, rules, hits } = read.value;
    // Other hours are no reason to move anybody: whoever is not kept is cancelled.
    const outcomes = decideOutcomes(hits, { ...answers, places: {} });
    if (!outcomes.ok) return outcomes;
    await writeEdit(tx, spaceId, editOf(rules, change));
    const settled = await settleHits(tx, actor, outcomes.value, {
      because: "hours_change",
      reason: change.kind === "exception" ? change.reason : null,
      closureOf: () => null,
      at,
    });
    if (!settled.ok) return settled;
    const after = { ...settled.value, change };
    await writeJournal(tx, { actor, action: "opening.changed", spaceId, after });
    return settled;
  }, longestSettling);
}

type Alone = { spaceId: string; rules: KnownRule[]; hits: Hit[] };

/** The hours and the list as they are once nobody else books there; refused when it is not the one that was shown. */
async function readAlone(
  tx: Tx,
  actor: Actor,
  { slug, change, list }: Pick<ChangeOpeningInput, "slug" | "change" | "list">,
  at: Date,
): Promise<Result<Alone, OpeningRefusal>> {
  const { id: spaceId } = await getSpaceBySlug(slug, tx);
  if (!canRunDay(actor, spaceId)) throw new NotFound();
  await lockSpaces(tx, [spaceId]);
  const space = await getSpaceBySlug(slug, tx);
  const rules = await listRules(tx, spaceId);
  const today = dayOf(at, space.calendar.timeZone);
  const refusal = decideChange(space.calendar, rules, change, today);
  if (refusal) return refuse(refusal);
  await lockHits(tx, await listLeftOutside(tx, space, rules, change, at), []);
  const hits = await listLeftOutside(tx, space, rules, change, at);
  if (hits.length > mostHits) return refuse("too_many_hits");
  return markOf(hits) === list ? ok({ spaceId, rules, hits }) : refuse("list_changed");
}

async function writeEdit(tx: Tx, spaceId: string, edit: OpeningEdit): Promise<void> {
  for (const { id, validUntil } of edit.ended) {
    await tx.openingRule.update({
      where: { spaceId_id: { spaceId, id } },
      data: { validUntil: dateColumn(validUntil) },
    });
  }
  await tx.openingRule.deleteMany({ where: { spaceId, id: { in: edit.removed } } });
  await tx.openingRule.createMany({ data: edit.added.map((rule) => rowOf(spaceId, rule)) });
  if (edit.usual) {
    await tx.openingException.deleteMany({ where: { spaceId, day: dateColumn(edit.usual) } });
  }
  if (edit.exception) {
    const { day, ...exception } = edit.exception;
    await tx.openingException.upsert({
      where: { spaceId_day: { spaceId, day: dateColumn(day) } },
      create: { spaceId, day: dateColumn(day), ...exception },
      update: exception,
    });
  }
}

function rowOf(spaceId: string, { validFrom, validUntil, ...rule }: WeeklyRule) {
  const column = (day: Day | null) => day && dateColumn(day);
  return { ...rule, spaceId, validFrom: column(validFrom), validUntil: column(validUntil) };
}
