import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, readDb, type Tx } from "@/lib/infra/db";
import { canReadReports } from "../policy";
import { changesBetween } from "./rules";
import {
  type AssumptionName,
  firstVersion,
  keptValues,
  type TravelAssumptions,
  usualValues,
} from "./schema";

/** What was supposed at that instant, with its version; as the platform came where nothing was changed yet. Takes a decided caller. */
export async function getTravelAssumptions(
  at: Date = now(),
  client: Pick<Tx, "travelAssumptions"> = readDb,
): Promise<TravelAssumptions> {
  const row = await client.travelAssumptions.findFirst({
    where: { madeAt: { lte: at } },
    orderBy: { version: "desc" },
    select: { version: true, values: true },
  });
  return row
    ? { version: row.version, values: keptValues.parse(row.values) }
    : { version: firstVersion, values: usualValues };
}

export type AssumptionsVersion = {
  version: number;
  /** Null = as the platform came. */
  made: { at: Date; personId: string | null; by: string | null } | null;
  changes: { name: AssumptionName; before: number | null; after: number | null }[];
};

export type AssumptionsHistory = TravelAssumptions & {
  /** The latest first; the last is the one the platform came with. */
  versions: AssumptionsVersion[];
  /** Since when each value is what it is; one that is not there is as the platform came. */
  since: Map<AssumptionName, Date>;
};

/** What the travel avoided supposes now, and every version before, by whom. NotFound for others than staff and admins. */
export async function getAssumptionsHistory(actor: Actor): Promise<AssumptionsHistory> {
  if (!canReadReports(actor)) throw new NotFound();
  const rows = await db.travelAssumptions.findMany({ orderBy: { version: "asc" } });
  const names = await namesOf(rows.flatMap(({ madeBy }) => madeBy ?? []));
  let values = usualValues;
  const since = new Map<AssumptionName, Date>();
  const versions: AssumptionsVersion[] = [{ version: firstVersion, made: null, changes: [] }];
  for (const { version, madeAt, madeBy, values: kept } of rows) {
    const after = keptValues.parse(kept);
    const changes = changesBetween(values, after);
    for (const { name } of changes) since.set(name, madeAt);
    const by = madeBy ? (names.get(madeBy) ?? null) : null;
    versions.unshift({ version, made: { at: madeAt, personId: madeBy, by }, changes });
    values = after;
  }
  return { version: rows.at(-1)?.version ?? firstVersion, values, versions, since };
}

async function namesOf(ids: string[]): Promise<Map<string, string | null>> {
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
