import type { Actor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import {
  type Category,
  type Choice,
  categories,
  defaultChoice,
  type Frequency,
  type QuietInterval,
} from "./schema";

export type OwnChoices = {
  choices: Record<Category, Choice>;
  quiet: QuietInterval | null;
  /** Browsers that asked to be pushed to. */
  devices: number;
};

/** How the actor wants to be told, what they never chose as it is by default. */
export async function getOwnChoices(actor: Actor): Promise<OwnChoices> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  const [rows, quiet, devices] = await Promise.all([
    db.notificationChoice.findMany({ where: { personId } }),
    db.quietHours.findUnique({ where: { personId } }),
    db.pushSubscription.count({ where: { personId, goneAt: null } }),
  ]);
  const chosen = new Map(rows.map(({ category, mail, push }) => [category, { mail, push }]));
  const entries = categories.map(
    (category) => [category, chosen.get(category) ?? defaultChoice] as const,
  );
  return {
    // One entry a category: the record is whole.
    choices: Object.fromEntries(entries) as Record<Category, Choice>,
    quiet: quiet && { startMinute: quiet.startMinute, endMinute: quiet.endMinute },
    devices,
  };
}

export type ChoiceOfKind = {
  choice: Choice;
  quiet: QuietInterval | null;
  /** Live subscriptions, none when nothing of the category is pushed. */
  subscriptionIds: string[];
};

type Row = {
  mail: Frequency | null;
  push: boolean | null;
  startMinute: number | null;
  endMinute: number | null;
  subscriptionIds: string[] | null;
};

/** How one person wants to be told of one category, in one reading; for `notify`. */
export async function readChoice(
  tx: Tx,
  personId: string,
  category: Category | "essential",
): Promise<ChoiceOfKind> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT c.mail, c.push, q.start_minute AS "startMinute", q.end_minute AS "endMinute",
      CASE WHEN c.push THEN ARRAY(SELECT s.id::text FROM push_subscriptions s
        WHERE s.person_id = ${personId}::uuid AND s.gone_at IS NULL ORDER BY s.id) END AS "subscriptionIds"
    FROM (SELECT 1) one
    LEFT JOIN notification_choices c ON c.person_id = ${personId}::uuid AND c.category = ${category}
    LEFT JOIN quiet_hours q ON q.person_id = ${personId}::uuid`);
  const { startMinute = null, endMinute = null } = row ?? {};
  return {
    choice: { mail: row?.mail ?? defaultChoice.mail, push: row?.push ?? defaultChoice.push },
    quiet: startMinute === null || endMinute === null ? null : { startMinute, endMinute },
    subscriptionIds: row?.subscriptionIds ?? [],
  };
}
