import { z } from "zod";
import { eventColumns, type Price, placeKinds } from "../schema";

/** What a line of the history says stood before, by the names of the columns; whatever else it holds is not told. */
const beforeColumn = z
  .object({
    title: z.string(),
    startsAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    placeKind: z.enum(placeKinds),
    resourceId: z.string().nullable(),
    address: z.string().nullable(),
    communeId: z.string().nullable(),
    bring: z.string().nullable(),
    onlineUrl: z.string().nullable(),
    prices: eventColumns.shape.prices,
    isFreePrice: z.boolean(),
  })
  .partial();
export type Before = z.infer<typeof beforeColumn>;

/** Read back leniently: what cannot be read is not told. */
export function readBefore(column: unknown): Before {
  return beforeColumn.safeParse(column ?? {}).data ?? {};
}

type Now = {
  title: string;
  startsAt: Date;
  endsAt: Date;
  bring: string | null;
  prices: Price[];
  isFreePrice: boolean;
};

/**
 * Of what stood before, what is no more: changed back meanwhile it is not told. Both instants go together,
 * as the hours of a day are read.
 */
export function stillBefore(before: Before, event: Now) {
  const startsAt = before.startsAt ?? event.startsAt.toISOString();
  const endsAt = before.endsAt ?? event.endsAt.toISOString();
  const isMoved = +new Date(startsAt) !== +event.startsAt || +new Date(endsAt) !== +event.endsAt;
  return {
    ...(before.title && before.title !== event.title ? { title: before.title } : {}),
    ...(isMoved ? { startsAt, endsAt } : {}),
    ...(before.bring !== undefined && before.bring !== event.bring ? { bring: before.bring } : {}),
    ...pricesBefore(before, event),
  };
}

function pricesBefore({ prices, isFreePrice }: Before, event: Now) {
  const is = { list: event.prices, isFreePrice: event.isFreePrice };
  const was = { list: prices ?? is.list, isFreePrice: isFreePrice ?? is.isFreePrice };
  return JSON.stringify(was) === JSON.stringify(is) ? {} : { prices: was };
}

/**
 * Whom a change still has something to tell: everybody registered when anything they read is no more what it
 * was, whoever has seats when it is the online address alone, which the others may not read; else nobody.
 */
export function whoIsToldOf(
  told: object,
  before: Before,
  event: { onlineUrl: string | null },
): "everybody" | "seated" | "nobody" {
  if (Object.keys(told).length > 0) return "everybody";
  const { onlineUrl } = before;
  return onlineUrl !== undefined && onlineUrl !== event.onlineUrl ? "seated" : "nobody";
}

/** Whether a line says it was elsewhere. */
export function wasElsewhere(before: Before): boolean {
  const names = ["placeKind", "resourceId", "address", "communeId"] as const;
  return names.some((name) => before[name] !== undefined);
}

/** A line of the history as it is told; `before` as its column holds it. */
export type ToldLine = { verb: string; at: Date; before: unknown; reason: string | null };

/**
 * What somebody registered at that instant has read, as far as these lines tell, in their order, changed
 * it: what stood before the first of them that names it, and the last reason given. A line written before
 * they registered was read already.
 */
export function saidTogether(lines: readonly ToldLine[]): {
  before: Before;
  reason: string | null;
} {
  const known = lines.map(({ before }) => readBefore(before)).reverse();
  const reason = lines.findLast((line) => line.reason !== null)?.reason ?? null;
  return { before: Object.assign({}, ...known), reason };
}

type Turn = { kind: "event-changed" | "event-cancelled"; isBack: boolean };

/**
 * As what these lines are told together, an event being what it is now: cancelled and opened again, or the
 * other way round, nothing happened to it; changed and cancelled since, it is cancelled. Nothing is told
 * once it is over. Null = not at all.
 */
export function tellingOf(
  lines: readonly { verb: string }[],
  event: { state: string; endsAt: Date },
  at: Date,
): Turn | null {
  if (event.endsAt <= at) return null;
  const turned = lines.find(({ verb }) => verb === "cancelled" || verb === "reopened")?.verb;
  if (event.state === "cancelled") {
    return turned === "cancelled" ? { kind: "event-cancelled", isBack: false } : null;
  }
  if (event.state !== "published") return null;
  return { kind: "event-changed", isBack: turned === "reopened" };
}
