import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Prisma, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { networkTimeZone } from "@/lib/spaces/schema";
import { canEditAd, canUseAds } from "./policy";
import { findPlace } from "./queries";
import { decideValidity, renewedUntil, searchTextOf, stateOfAd } from "./rules";
import type { AdIdInput, AdInput, AdRefusal, EditAdInput } from "./schema";

/** Ads one person may have open at once, and post in a day: enough to ask around, too few to flood. */
const mostOpen = 20;
const postings = { name: "ad-posted", times: 10, seconds: 86_400 };

type Outcome = Result<{ id: string }, AdRefusal>;

/**
 * Posts a need or an offer, seen by members until the end of its last day, with the author's name. The
 * same one sent twice is one. Refuses `unknown_place`, `day_passed`, `day_too_far` (local day of the
 * network), `too_many_ads`, `posted_too_often`.
 */
export async function postAd(actor: Actor, input: AdInput, at: Date = now()): Promise<Outcome> {
  if (!canUseAds(actor)) throw new Unauthenticated();
  if ((await secondsToWait(postings, actor.personId)) !== null) return refuse("posted_too_often");
  return inTransaction<{ id: string }, AdRefusal>(async (tx) => {
    await lockAlone(tx, `ads:${actor.personId}`);
    const written = await write(tx, input, at);
    if (!written.ok) return written;
    const open = await tx.ad.findMany({
      where: {
        personId: actor.personId,
        closedAt: null,
        validUntil: { gte: dateColumn(dayOf(at, networkTimeZone)) },
      },
      select: { id: true, kind: true, title: true, text: true },
    });
    const same = open.find(
      ({ kind, title, text }) =>
        kind === input.kind && title === input.title && text === input.text,
    );
    if (same) return ok({ id: same.id });
    if (open.length >= mostOpen) return refuse("too_many_ads");
    const { id } = await tx.ad.create({
      data: { ...written.value, personId: actor.personId, createdAt: at, updatedAt: at },
      select: { id: true },
    });
    return ok({ id });
  });
}

/** Changes one's own ad; hidden it stays hidden. Refuses as `postAd` does of the place and the day. */
export async function editAd(actor: Actor, input: EditAdInput, at: Date = now()): Promise<Outcome> {
  const { adId, ...fields } = input;
  return inTransaction<{ id: string }, AdRefusal>(async (tx) => {
    await lockOwn(tx, actor, adId);
    const written = await write(tx, fields, at);
    if (!written.ok) return written;
    await tx.ad.update({ where: { id: adId }, data: { ...written.value, updatedAt: at } });
    return ok({ id: adId });
  });
}

/** Takes one's own ad away: found, given, gone. Twice is the same as once; `reopenAd` undoes it. */
export async function closeAd(
  actor: Actor,
  { adId }: AdIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, AdRefusal>(async (tx) => {
    const ad = await lockOwn(tx, actor, adId);
    if (!ad.closedAt) await tx.ad.update({ where: { id: adId }, data: { closedAt: at } });
    return ok({ id: adId });
  });
}

/** Shows a closed ad again, for the usual days when its last one is over. Twice is the same as once. */
export async function reopenAd(
  actor: Actor,
  { adId }: AdIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, AdRefusal>(async (tx) => {
    const ad = await lockOwn(tx, actor, adId);
    const today = dayOf(at, networkTimeZone);
    const isOver = stateOfAd({ ...ad, closedAt: null, hiddenAt: null }, today) === "expired";
    const validUntil = isOver ? renewedUntil(ad.validUntil, today) : ad.validUntil;
    const data = { closedAt: null, validUntil: dateColumn(validUntil) };
    await tx.ad.update({ where: { id: adId }, data });
    return ok({ id: adId });
  });
}

/** Shows one's own ad for the usual days from today; a later last day stays. Refuses `ad_closed`. */
export async function renewAd(
  actor: Actor,
  { adId }: AdIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, AdRefusal>(async (tx) => {
    const ad = await lockOwn(tx, actor, adId);
    if (ad.closedAt) return refuse("ad_closed");
    const until = renewedUntil(ad.validUntil, dayOf(at, networkTimeZone));
    await tx.ad.update({ where: { id: adId }, data: { validUntil: dateColumn(until) } });
    return ok({ id: adId });
  });
}

type OwnAd = { closedAt: Date | null; hiddenAt: Date | null; validUntil: Day };

/** One's own ad, held until the end; NotFound for anybody else's. */
async function lockOwn(tx: Tx, actor: Actor, adId: string): Promise<OwnAd> {
  const read = await tx.ad.findUnique({ where: { id: adId }, select: { personId: true } });
  if (!read || !canEditAd(actor, read)) throw new NotFound();
  await lockAlone(tx, `ads:${read.personId}`);
  const ad = await tx.ad.findUnique({
    where: { id: adId },
    select: { closedAt: true, hiddenAt: true, validUntil: true },
  });
  if (!ad) throw new NotFound();
  return { ...ad, validUntil: dayFromColumn(ad.validUntil) };
}

type Written = Pick<
  Prisma.AdUncheckedCreateInput,
  | "kind"
  | "theme"
  | "title"
  | "text"
  | "counterpart"
  | "placeSpaceId"
  | "communeId"
  | "validUntil"
  | "searchText"
>;

/** The columns of what was typed. */
async function write(tx: Tx, input: AdInput, at: Date): Promise<Result<Written, AdRefusal>> {
  const { kind, theme, title, text, validUntil } = input;
  const counterpart = input.counterpart || null;
  const impossible = decideValidity(validUntil, dayOf(at, networkTimeZone));
  if (impossible) return refuse(impossible);
  const place = input.place ? await findPlace(tx, input.place) : nowhere;
  if (!place) return refuse("unknown_place");
  const searchText = searchTextOf({ title, text, counterpart });
  const dates = { validUntil: dateColumn(validUntil) };
  return ok({ kind, theme, title, text, counterpart, ...place, ...dates, searchText });
}

const nowhere = { placeSpaceId: null, communeId: null };
