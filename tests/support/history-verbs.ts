import { randomUUID } from "node:crypto";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { announceClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { previewClosure } from "@/lib/bookings/closures/queries";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { confirmRequest, refuseRequest } from "@/lib/bookings/requests/commands";
import { settleSpace } from "@/lib/bookings/settlements/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import type { Actor } from "@/lib/core/actor";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { closureInterval } from "@/lib/spaces/closures/rules";
import { lineVerbs } from "./history-line";
import { memberVerbs } from "./history-members";
import { seriesVerbs } from "./history-series";
import {
  codeOf,
  otherPlace,
  pick,
  resourceOf,
  type Said,
  type Say,
  type StepFacts,
  wantedBy,
} from "./history-steps";
import type { HistoryWorld } from "./history-world";
import type { PaperBooking } from "./paper-bookings";

/** A verb with all it may need, drawn beforehand: the same step is the same everywhere. */
export type Step = StepFacts & { verb: keyof typeof historyVerbs };

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
    const resource = otherPlace(world, step, booking.resource);
    const { id: resourceId } = resource;
    const asked = step.length > 4 ? null : wantedBy(world, step);
    const actor = actorOf(world, step, booking);
    const product = await moveBooking(actor, { bookingId, resourceId, ...asked }, at);
    const isHost = actor === world.host;
    const paper = world.paper.move(booking, resource, asked, isHost, at);
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
  settle: async ({ spaceId, paper }, _step, at) => {
    await settleSpace(db, spaceId, at);
    paper.settle(at);
    return null;
  },
  ...lineVerbs,
  ...seriesVerbs,
  ...memberVerbs,
} satisfies Record<string, Say>;

async function bookOne(world: HistoryWorld, step: StepFacts, at: Date): Promise<Said> {
  const member = pick(world.members, step.member);
  const resource = resourceOf(world, step);
  const wanted = wantedBy(world, step);
  const wish = { slug: world.slug, resourceId: resource.id, ...wanted };
  const product = await bookResource(member, wish, at);
  const paper = world.paper.book(member.personId, resource, wanted, at);
  return noteNew(world, product, paper);
}

async function bookAny(world: HistoryWorld, step: StepFacts, at: Date): Promise<Said> {
  const member = pick(world.members, step.member);
  const wanted = { day: pick(world.days, step.day), part: step.part };
  const product = await bookResource(member, { slug: world.slug, ...wanted }, at);
  return noteNew(world, product, world.paper.bookAny(member.personId, wanted, hadBy(product), at));
}

async function walkIn(
  world: HistoryWorld,
  { member, part, byHost }: StepFacts,
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

async function close(
  world: HistoryWorld,
  { day, part, byHours }: StepFacts,
  at: Date,
): Promise<Said> {
  const { host, slug, paper } = world;
  const first = pick(world.days, day);
  const when = { first, last: first, part };
  const during = closureInterval(paper.space.calendar, when);
  const preview = await previewClosure(host, { slug }, when, at);
  if (!preview.ok) return { product: preview.refusal, paper: paper.close(during, at, byHours) };
  const answers = {
    list: preview.list,
    all: byHours ? ("keep" as const) : ("cancel" as const),
    choices: {},
    places: {},
  };
  const product = await announceClosure(
    host,
    { slug, when, reason: "Coupure d’eau", ...answers },
    at,
  );
  return { product: codeOf(product), paper: paper.close(during, at, byHours) };
}

async function reopen(world: HistoryWorld, { target }: StepFacts, at: Date): Promise<Said | null> {
  const { closures } = world.paper.space.calendar;
  const closure = closures[target % Math.max(1, closures.length)];
  if (!closure) return null;
  const { startsAt, endsAt } = closure;
  const { id } = await db.closure.findFirstOrThrow({
    where: { spaceId: world.spaceId, withdrawnAt: null, startsAt, endsAt },
    select: { id: true },
  });
  const product = await withdrawClosure(world.host, { closureId: id }, at);
  return { product: codeOf(product), paper: world.paper.reopen(closure, at) };
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
function actorOf(
  { members, host }: HistoryWorld,
  { byHost }: StepFacts,
  booking: PaperBooking,
): Actor {
  const owner = members.find(({ personId }) => personId === booking.person);
  return byHost || !owner ? host : owner;
}

function targetOf({ paper, ids }: HistoryWorld, { target }: StepFacts) {
  const index = target % Math.max(1, ids.length);
  const booking = paper.bookings[index];
  const bookingId = ids[index];
  return booking && bookingId ? { booking, bookingId } : null;
}
