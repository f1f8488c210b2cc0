import { randomUUID } from "node:crypto";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { announceClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { previewClosure } from "@/lib/bookings/closures/queries";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import type { Wanted } from "@/lib/bookings/moments/rules";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { confirmRequest, refuseRequest } from "@/lib/bookings/requests/commands";
import { settleSpace } from "@/lib/bookings/settlements/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import type { Actor } from "@/lib/core/actor";
import { instantAt } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { closureInterval } from "@/lib/spaces/closures/rules";
import type { HistoryWorld } from "./history-world";
import type { PaperBooking, PaperResource } from "./paper-bookings";

/** A verb with all it may need, drawn beforehand: the same step is the same everywhere. */
export type Step = {
  verb: keyof typeof historyVerbs;
  member: number;
  resource: number;
  day: number;
  part: "morning" | "afternoon" | "day";
  /** Half-hours after one in the morning, and how many of them. */
  start: number;
  length: number;
  /** Which of the bookings made so far. */
  target: number;
  byHost: boolean;
  byHours: boolean;
};

/** What the product said and what the paper says. */
export type Said = { product: string; paper: string };
type Say = (world: HistoryWorld, step: Step, at: Date) => Promise<Said | null>;

/** Every verb on both sides; null when there is nothing to say it of. Time itself is one. */
export const historyVerbs = {
  pass: async () => null,
  later: async () => null,
  book: bookOne,
  "book any": bookAny,
  "walk in": walkIn,
  move: async (world, step, at) => {
    const target = targetOf(world, step);
    if (!target) return null;
    const { booking, bookingId } = target;
    const { id: resourceId } = resourceOf(world, step);
    const asked = step.length > 4 ? null : wantedBy(world, step);
    const actor = actorOf(world, step, booking);
    const product = await moveBooking(actor, { bookingId, resourceId, ...asked }, at);
    const isHost = actor === world.host;
    const paper = world.paper.move(booking, resourceOf(world, step), asked, isHost, at);
    return { product: codeOf(product), paper };
  },
  cancel: onBooking(cancelBooking, (paper, booking, byHost, at) =>
    paper.cancel(booking, byHost, at),
  ),
  confirm: asHost(confirmRequest, (paper, booking, at) => paper.confirm(booking, at)),
  refuse: asHost(
    (host, { bookingId }, at) => refuseRequest(host, { bookingId, reason: "Travaux" }, at),
    (paper, booking, at) => paper.refuse(booking, at),
  ),
  release: onBooking(releaseBooking, (paper, booking, byHost, at) =>
    paper.release(booking, byHost, at),
  ),
  reinstate: asHost(reinstateBooking, (paper, booking, at) => paper.reinstate(booking, at)),
  "check in": asHost(checkIn, (paper, booking, at) => paper.checkIn(booking, at)),
  "undo check-in": asHost(undoCheckIn, (paper, booking, at) => paper.undoCheckIn(booking, at)),
  "check out": onBooking(checkOut, (paper, booking, _byHost, at) => paper.checkOut(booking, at)),
  "no-show": asHost(markNoShow, (paper, booking, at) => paper.noShow(booking, at)),
  close,
  reopen,
  settle: async ({ spaceId }, _step, at) => {
    await settleSpace(db, spaceId, at);
    return null;
  },
} satisfies Record<string, Say>;

async function bookOne(world: HistoryWorld, step: Step, at: Date): Promise<Said> {
  const member = pick(world.members, step.member);
  const resource = resourceOf(world, step);
  const wanted = wantedBy(world, step);
  const wish = { slug: world.slug, resourceId: resource.id, ...wanted };
  const product = await bookResource(member, wish, at);
  const paper = world.paper.book(member.personId, resource, wanted, at);
  return noteNew(world, product, paper);
}

async function bookAny(world: HistoryWorld, step: Step, at: Date): Promise<Said> {
  const member = pick(world.members, step.member);
  const wanted = { day: pick(world.days, step.day), part: step.part };
  const product = await bookResource(member, { slug: world.slug, ...wanted }, at);
  return noteNew(world, product, world.paper.bookAny(member.personId, wanted, hadBy(product), at));
}

async function walkIn(
  world: HistoryWorld,
  { member, part, byHost }: Step,
  at: Date,
): Promise<Said> {
  const { personId } = pick(world.members, member);
  const whom = byHost ? { guestName: "Une voisine" } : { personId };
  const wish = { slug: world.slug, part, ...whom, idempotencyKey: randomUUID() };
  const product = await welcomeWalkIn(world.host, wish, at);
  return noteNew(
    world,
    product,
    world.paper.walkIn(byHost ? null : personId, part, hadBy(product), at),
  );
}

function hadBy(product: Result<{ resource: { id: string } }, string>): string | null {
  return product.ok ? product.value.resource.id : null;
}

/** The same place as on paper, or it is no agreement. */
function noteNew(
  { ids, paper: { bookings } }: HistoryWorld,
  product: Result<{ id: string; resource: { id: string } }, string>,
  paper: string,
): Said {
  if (!product.ok || paper !== "ok") return { product: codeOf(product), paper };
  ids.push(product.value.id);
  const expected = bookings.at(-1)?.resource.id ?? "";
  const isThere = product.value.resource.id === expected;
  return {
    product: isThere ? "ok" : `at ${product.value.resource.id}`,
    paper: isThere ? "ok" : expected,
  };
}

async function close(world: HistoryWorld, { day, part }: Step, at: Date): Promise<Said> {
  const { host, slug, paper } = world;
  const first = pick(world.days, day);
  const when = { first, last: first, part };
  const during = closureInterval(paper.space.calendar, when);
  const preview = await previewClosure(host, { slug }, when, at);
  if (!preview.ok) return { product: preview.refusal, paper: paper.close(during, at) };
  const answers = { list: preview.list, all: "cancel" as const, choices: {}, places: {} };
  const product = await announceClosure(
    host,
    { slug, when, reason: "Coupure d’eau", ...answers },
    at,
  );
  return { product: codeOf(product), paper: paper.close(during, at) };
}

async function reopen(world: HistoryWorld, { target }: Step, at: Date): Promise<Said | null> {
  const { closures } = world.paper.space.calendar;
  const closure = closures[target % Math.max(1, closures.length)];
  if (!closure) return null;
  const { startsAt, endsAt } = closure;
  const { id } = await db.closure.findFirstOrThrow({
    where: { spaceId: world.spaceId, withdrawnAt: null, startsAt, endsAt },
    select: { id: true },
  });
  const product = await withdrawClosure(world.host, { closureId: id }, at);
  return { product: codeOf(product), paper: world.paper.reopen(closure) };
}

type Command = (
  actor: Actor,
  input: { bookingId: string },
  at: Date,
) => Promise<Result<unknown, string>>;
type OnPaper = HistoryWorld["paper"];

function onBooking(
  command: Command,
  onPaper: (paper: OnPaper, booking: PaperBooking, byHost: boolean, at: Date) => string,
): Say {
  return async (world, step, at) => {
    const target = targetOf(world, step);
    if (!target) return null;
    const actor = actorOf(world, step, target.booking);
    const product = await command(actor, { bookingId: target.bookingId }, at);
    const paper = onPaper(world.paper, target.booking, actor === world.host, at);
    return { product: codeOf(product), paper };
  };
}

function asHost(
  command: Command,
  onPaper: (paper: OnPaper, booking: PaperBooking, at: Date) => string,
): Say {
  return (world, step, at) =>
    onBooking(command, (paper, booking, _byHost, then) => onPaper(paper, booking, then))(
      world,
      { ...step, byHost: true },
      at,
    );
}

/** The host, or whose booking it is; a guest has no account. */
function actorOf({ members, host }: HistoryWorld, { byHost }: Step, booking: PaperBooking): Actor {
  const owner = members.find(({ personId }) => personId === booking.person);
  return byHost || !owner ? host : owner;
}

function targetOf({ paper, ids }: HistoryWorld, { target }: Step) {
  const index = target % Math.max(1, ids.length);
  const booking = paper.bookings[index];
  const bookingId = ids[index];
  return booking && bookingId ? { booking, bookingId } : null;
}

function resourceOf({ paper }: HistoryWorld, { resource }: Step): PaperResource {
  return pick(paper.space.resources, resource);
}

function wantedBy({ days, timeZone }: HistoryWorld, step: Step): Wanted {
  const on = pick(days, step.day);
  if (!step.byHours) return { day: on, part: step.part };
  const startsAt = instantAt(on, 60 + step.start * 30, timeZone);
  return { startsAt, endsAt: new Date(startsAt.getTime() + (step.length + 1) * 1_800_000) };
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

function codeOf(result: Result<unknown, string>): string {
  return result.ok ? "ok" : result.refusal;
}
