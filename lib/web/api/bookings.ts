import { z } from "zod";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { type Booked, bookResource, cancelBooking } from "@/lib/bookings/commands";
import { changeDetails } from "@/lib/bookings/details/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { moveRefusals } from "@/lib/bookings/moves/schema";
import { findBookingByKey, listBookingPage } from "@/lib/bookings/pages/queries";
import { type BookingView, getBooking } from "@/lib/bookings/queries";
import { cancellableUntil } from "@/lib/bookings/rules";
import {
  type BookInput,
  bookingRefusals,
  cancellationRefusals,
  instantInput,
  spaceSlugInput,
} from "@/lib/bookings/schema";
import type { Refused } from "@/lib/core/result";
import { getSpaceOfResource, type Space } from "@/lib/spaces/queries";
import { rememberedSpace } from "@/lib/spaces/readings/queries";
import { change, changeBody, type NewBooking, newBooking, newBookingBody } from "./booking-bodies";
import type { Caller } from "./caller";
import { idempotencyHeader, idempotencyKeyOf, isSame } from "./idempotency";
import { type Answer, operation, type Resource } from "./operation";
import { Refusal } from "./problem";
import { bookingShape, pageOf } from "./shapes";
import { alternativeView, bookingView } from "./views";

const byId = z.strictObject({ id: z.uuid() });

export const bookingsResource: Resource = {
  GET: operation({
    id: "listBookings",
    summary: "One's own bookings, latest start first; those of a space for its hosts.",
    access: "bookings:read",
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.string().max(100).optional().describe("As `next` gives it."),
      space: spaceSlugInput.optional().describe("All bookings of that space, for its hosts."),
      from: instantInput.optional().describe("Starting at this instant or later."),
      until: instantInput.optional().describe("Starting before this instant."),
    }),
    answers: { 200: { description: "A page of bookings.", schema: pageOf(bookingShape) } },
    handle: async ({ caller, query: { after, space, ...bounds }, request, at }) => {
      const wanted = { ...bounds, slug: space, after: after ? positionOf(after) : undefined };
      const page = await listBookingPage(caller.actor, wanted, at);
      const cursor = page.last && `${page.last.startsAt.getTime()}.${page.last.id}`;
      const next = page.hasMore && cursor ? addressOf(request, cursor) : null;
      return { body: { items: page.items.map(bookingView), next } };
    },
  }),
  POST: operation({
    id: "createBooking",
    summary: "Books, or asks where the host must agree (state « requested »).",
    access: "bookings:write",
    headers: idempotencyHeader,
    body: newBookingBody,
    documentedBody: newBooking,
    answers: { 201: { description: "Booked; Location says where.", schema: bookingShape } },
    refusals: bookingRefusals,
    handle: ({ caller, body, request, at }) => create(caller, body, request, at),
  }),
};

export const bookingResource: Resource = {
  GET: operation({
    id: "getBooking",
    summary: "One booking, for its member or a host of its space.",
    access: "bookings:read",
    params: byId,
    answers: { 200: { description: "The booking.", schema: bookingShape } },
    refusals: ["handed_over"],
    handle: async ({ caller, params, at }) => ({
      body: bookingView(await getBooking(caller.actor, params.id, at)),
    }),
  }),
  PATCH: operation({
    id: "changeBooking",
    summary:
      "Moves to another moment, length or resource of its space (where it is, nothing changes), or changes who comes along and the note; one or the other.",
    access: "bookings:write",
    params: byId,
    body: changeBody,
    documentedBody: change,
    answers: { 200: { description: "The booking where it now is.", schema: bookingShape } },
    refusals: [...moveRefusals, "handed_over"],
    handle: async ({ caller, params: { id }, body, at }) => {
      const result = isMove(body)
        ? await moveBooking(caller.actor, { bookingId: id, ...body }, at)
        : await changeDetails(caller.actor, { bookingId: id, ...body }, at);
      if (!result.ok) throw refusalOf(result);
      return { body: bookingView(await getBooking(caller.actor, id, at)) };
    },
  }),
  DELETE: operation({
    id: "cancelBooking",
    summary: "Cancels: its member until the deadline, a host until its end. Twice is once.",
    access: "bookings:write",
    params: byId,
    answers: { 204: { description: "Cancelled." } },
    refusals: [...cancellationRefusals, "handed_over"],
    handle: async ({ caller, params, at }) => {
      const result = await cancelBooking(caller.actor, { bookingId: params.id }, at);
      if (!result.ok) throw new Refusal(result.refusal);
      return { status: 204, body: null };
    },
  }),
};

type Change = z.output<typeof change>;

function isMove(body: Change): body is Extract<Change, { resourceId?: unknown }> {
  return "resourceId" in body || "day" in body || "startsAt" in body;
}

async function create(
  caller: Caller,
  wanted: NewBooking,
  request: Request,
  at: Date,
): Promise<Answer> {
  const key = idempotencyKeyOf(caller, request);
  const earlier = key ? await findBookingByKey(caller.actor, key, at) : null;
  if (earlier) return replay(earlier, wanted);
  const { resourceId } = wanted;
  const space = rememberedSpace({ resourceId }) ?? (await getSpaceOfResource(resourceId));
  const result = await bookResource(caller.actor, orderOf(space, wanted, key), at);
  if (!result.ok) throw refusalOf(result);
  const { id, made } = result.value;
  if (made) return created(bookingView(newView(space, wanted, { id, made }, at)));
  const same = key ? await findBookingByKey(caller.actor, key, at) : null;
  if (same) return replay(same, wanted);
  return created(bookingView(await getBooking(caller.actor, id, at)));
}

function orderOf(space: Space, wanted: NewBooking, key: string | null): BookInput {
  const moment =
    "day" in wanted
      ? { day: wanted.day, part: wanted.part }
      : { startsAt: wanted.startsAt, endsAt: wanted.endsAt };
  const { companions, note } = wanted;
  return {
    slug: space.slug,
    resourceId: wanted.resourceId,
    ...moment,
    ...(companions ? { companions } : {}),
    ...(note ? { note } : {}),
    ...(key ? { idempotencyKey: key, keyIsFinal: true } : {}),
  };
}

function created(
  body: ReturnType<typeof bookingView>,
  headers: Record<string, string> = {},
): Answer {
  return { status: 201, body, headers: { location: `/api/v1/bookings/${body.id}`, ...headers } };
}

/** What was just written, without reading it again. */
function newView(
  space: Space,
  { resourceId, companions = [], note }: NewBooking,
  { id, made }: { id: string; made: NonNullable<Booked["made"]> },
  at: Date,
): BookingView {
  const resource = space.resources.find((own) => own.id === resourceId);
  const cancelNoticeMinutes = resource?.cancelNoticeMinutes ?? null;
  const until = cancellableUntil(
    { ...space, cancelNoticeMinutes },
    { ...made.moment, createdAt: at, state: made.state },
  );
  return {
    id,
    ...made.moment,
    state: made.state,
    ...{ endedAt: null, endReason: null, checkedInAt: null, checkedOutAt: null, lapsesAt: null },
    ...{ sequence: 0, companions, note: note || null, seriesId: null },
    resource: {
      id: resourceId,
      name: resource?.name ?? "",
      kind: resource?.kind ?? "desk",
    },
    space: {
      slug: space.slug,
      name: space.name,
      communeName: space.commune.name,
      street: space.street,
      postalCode: space.postalCode,
      timeZone: space.calendar.timeZone,
    },
    cancellableUntil: at < until && at < made.moment.endsAt ? until : null,
  };
}

/** The answer of the first time; another body under the same key is refused. */
function replay(
  { booking, isWhereMade }: { booking: BookingView; isWhereMade: boolean },
  wanted: NewBooking,
): Answer {
  if (isWhereMade && !isSame(booking, wanted)) throw new Refusal("idempotency_key_reused");
  return created(bookingView(booking), { "idempotent-replayed": "true" });
}

/** A refusal of the domain, its alternatives as bodies of new bookings, the rest as the domain gives it. */
export function refusalOf({ refusal, data }: Refused<string>): Refusal {
  const { alternatives, ...details } = { alternatives: [], ...detailsOf(data) };
  return new Refusal(refusal, {
    ...details,
    alternatives: listOf(alternatives).map(alternativeView),
  });
}

function detailsOf(data: unknown): Record<string, unknown> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

/** Made by listAlternatives and by nothing else. */
function listOf(alternatives: unknown): Alternative[] {
  return Array.isArray(alternatives) ? alternatives : [];
}

function positionOf(cursor: string): { startsAt: Date; id: string } {
  const [, milliseconds, id = ""] = /^(-?\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const startsAt = new Date(Number(milliseconds));
  if (Number.isNaN(startsAt.getTime()) || !byId.safeParse({ id }).success) {
    throw new Refusal("invalid_request", { errors: [{ path: "after", message: "not a cursor" }] });
  }
  return { startsAt, id };
}

function addressOf(request: Request, after: string): string {
  const query = new URL(request.url).searchParams;
  query.set("after", after);
  return `/api/v1/bookings?${query}`;
}
