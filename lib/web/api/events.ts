import { z } from "zod";
import { instantInput } from "@/lib/bookings/schema";
import { activityEvent } from "@/lib/events/activities/rules";
import { getPublishedEvent, listEventPage } from "@/lib/events/feeds/queries";
import { addressOfEvent } from "@/lib/events/feeds/rules";
import type { PublishedEvent } from "@/lib/events/feeds/schema";
import { eventThemes, slugShape } from "@/lib/events/schema";
import { registrationWindow } from "@/lib/events/windows/rules";
import { env } from "@/lib/infra/env";
import { activityShape, eventShape } from "./event-shapes";
import { operation, type Resource } from "./operation";
import { Refusal } from "./problem";
import { pageOf } from "./shapes";

const slug = z.string().regex(slugShape);
const bySlug = z.strictObject({ slug });

export const eventsResource: Resource = {
  GET: operation({
    id: "listEvents",
    summary: "Events open to all, by their start: those to come, or between two instants.",
    access: "public",
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.string().max(100).optional().describe("As `next` gives it."),
      space: slug.optional().describe("Organised by that space."),
      theme: z.enum(eventThemes).optional(),
      from: instantInput.optional().describe("Starting at this instant or later; now unless told."),
      until: instantInput.optional().describe("Starting before this instant."),
    }),
    answers: { 200: { description: "A page of events.", schema: pageOf(eventShape) } },
    handle: async ({ query, request, at }) => {
      const { limit, after, from, until, ...filter } = query;
      const page = await listEventPage(
        {
          ...filter,
          limit,
          ...(after ? { after: positionOf(after) } : {}),
          // A following page begins where the one before ended, whatever the clock says by then.
          ...(from || !after ? { from: from ?? at } : {}),
          ...(until ? { until } : {}),
        },
        at,
      );
      const last = page.hasMore ? page.events.at(-1) : undefined;
      const items = page.events.map((event) => eventView(event, at));
      return { body: { items, next: last ? addressAfter(request, last) : null } };
    },
  }),
};

export const eventResource: Resource = {
  GET: operation({
    id: "getEvent",
    summary: "One event, by the last part of its address.",
    access: "public",
    params: bySlug,
    answers: { 200: { description: "The event.", schema: eventShape } },
    handle: async ({ params, at }) => ({
      body: eventView(await getPublishedEvent(params.slug, at), at),
    }),
  }),
};

/** Asked for at the address of its page too, by whoever accepts nothing else (next.config.js). */
export const eventActivityResource: Resource = {
  GET: operation({
    id: "getEventActivity",
    summary: "The same as an ActivityStreams object, for Mobilizon and its like; read only.",
    access: "public",
    params: bySlug,
    answers: {
      200: {
        description: "An object of type Event.",
        schema: activityShape,
        type: "application/activity+json",
      },
    },
    handle: async ({ params, at }) => ({
      body: activityEvent(await getPublishedEvent(params.slug, at), env().NEXTAUTH_URL),
      headers: { "content-type": "application/activity+json; charset=utf-8" },
    }),
  }),
};

function eventView(event: PublishedEvent, at: Date): z.infer<typeof eventShape> {
  const { space, place, endReason, endMinimum, sequence, prices, isFreePrice, needsRegistration } =
    event;
  const isHere = place.kind === "room" || place.kind === "space";
  return {
    ...{ id: event.id, slug: event.slug, url: addressOfEvent(event, env().NEXTAUTH_URL) },
    state: event.state === "cancelled" ? "cancelled" : "published",
    ...{ title: event.title, summary: event.summary, description: event.description },
    ...{ language: event.language, theme: event.theme, audience: event.audience },
    ...{ level: event.level, access: event.access, day: event.day },
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    space: { slug: space.slug, name: space.name, timeZone: space.timeZone },
    place: {
      kind: place.kind,
      room: place.roomName,
      address: isHere
        ? `${space.street}, ${space.postalCode} ${space.commune.name}`
        : place.address,
      commune: place.commune,
      lat: isHere ? space.latitude : null,
      lon: isHere ? space.longitude : null,
    },
    needsRegistration,
    registration: registrationWindow(event, at),
    ...{ seats: event.capacity, seatsLeft: event.left, prices, isFreePrice, sequence },
    ...{ endReason, endMinimum },
    updatedAt: event.changedAt.toISOString(),
  };
}

/** `<milliseconds>.<id>` of the last one seen. */
function positionOf(cursor: string): { startsAt: Date; id: string } {
  const [, milliseconds, id = ""] = /^(\d{1,14})\.([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!z.uuid().safeParse(id).success) {
    throw new Refusal("invalid_request", { errors: [{ path: "after", message: "not a cursor" }] });
  }
  return { startsAt: new Date(Number(milliseconds)), id };
}

function addressAfter(request: Request, { startsAt, id }: PublishedEvent): string {
  const query = new URL(request.url).searchParams;
  query.set("after", `${startsAt.getTime()}.${id}`);
  return `/api/v1/events?${query}`;
}
