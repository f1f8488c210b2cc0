import { z } from "zod";
import { bookingParts } from "@/lib/bookings/schema";
import { bookingStates } from "@/lib/bookings/states/schema";
import { openingSeasons, openingStates } from "@/lib/spaces/opening-hours/schema";
import {
  bookingModes,
  equipmentCodes,
  quotaPeriods,
  resourceFeatures,
  resourceKinds,
} from "@/lib/spaces/schema";

const id = z.uuid();
const dayShape = z.iso.date().describe("Local day of the space, YYYY-MM-DD.");
const instant = z.iso.datetime().describe("Instant, RFC 3339, UTC.");
const minutes = z.int().min(0);
const clock = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .describe("Wall time of the space, HH:MM.");
const localized = z.object({ fr: z.string(), en: z.string().optional() });

export const intervalShape = z.object({ startsAt: instant, endsAt: instant }).meta({
  id: "Interval",
  description: "Half-open: startsAt belongs to it, endsAt does not.",
});

export const spaceShape = z
  .object({
    slug: z.string(),
    name: z.string(),
    commune: z.object({ insee: z.string(), name: z.string() }),
    lat: z.number(),
    lon: z.number(),
    address: z.object({ street: z.string(), postalCode: z.string(), city: z.string() }),
    timeZone: z.string(),
    summary: localized,
    equipment: z.array(z.enum(equipmentCodes)),
    halfDayBoundary: clock,
    bookingHorizonDays: minutes,
    isDemonstration: z.boolean(),
    url: z.url(),
  })
  .meta({ id: "Space", description: "A shared workplace of the network." });

export const spaceDetailShape = spaceShape
  .extend({
    description: localized,
    access: localized,
    accessibility: localized,
    tariffs: localized,
    hours: z
      .array(
        z.object({
          weekday: z.int().min(1).max(7).describe("1 = Monday."),
          from: clock,
          until: clock,
          state: z.enum(openingStates),
          season: z.enum(openingSeasons),
          everyWeeks: z.int(),
          validFrom: dayShape.nullable(),
          validUntil: dayShape.nullable().describe("First day it no longer holds."),
        }),
      )
      .describe("Weekly hours; what is really open on a day is said by availability."),
    source: z.object({ title: z.string(), date: z.string() }).nullable(),
  })
  .meta({ id: "SpaceDetail" });

export const resourceShape = z
  .object({
    id,
    kind: z.enum(resourceKinds),
    name: z.string(),
    features: z.array(z.enum(resourceFeatures)),
    capacity: z.int(),
    modes: z.array(z.enum(bookingModes)).describe("How it is booked; several at once."),
    stepMinutes: minutes.describe("Grid of the hours, in wall minutes."),
    minMinutes: minutes,
    maxMinutes: minutes,
    bufferBeforeMinutes: minutes.describe("Kept free before each booking."),
    bufferAfterMinutes: minutes,
    noticeMinutes: minutes.describe("Booked at the latest this long before its start."),
    horizonDays: minutes,
    cancelNoticeMinutes: minutes
      .nullable()
      .describe("Cancelled by its member until this long before; null = the space's deadline."),
    quota: z.object({ count: z.int(), period: z.enum(quotaPeriods) }).nullable(),
    needsApproval: z.boolean().describe("A booking is a request until the host agrees."),
    sharesWith: z.array(id).describe("Resources that cannot be had at the same time."),
    inServiceFrom: dayShape,
    inServiceUntil: dayShape.nullable().describe("First day it is no longer in service."),
  })
  .meta({ id: "Resource", description: "What is booked: one row each." });

const partState = z
  .enum(["free", "taken", "closed"])
  .describe("closed = no free place could change it: hours, closure, horizon, notice, past.");

export const availabilityShape = z
  .object({
    space: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
    from: dayShape,
    days: z.int(),
    openings: z
      .array(
        z.object({
          day: dayShape,
          parts: z.object({
            morning: intervalShape.nullable(),
            afternoon: intervalShape.nullable(),
            day: intervalShape.nullable(),
          }),
          open: z.array(intervalShape),
        }),
      )
      .describe(
        "What each part of each day means; null = closed. `open`: hours for bookings by the hour.",
      ),
    resources: z.array(
      z.object({
        id,
        kind: z.enum(resourceKinds),
        name: z.string(),
        days: z.array(
          z.object({
            day: dayShape,
            parts: z
              .object({
                morning: partState.optional(),
                afternoon: partState.optional(),
                day: partState.optional(),
              })
              .describe("Only the parts the resource offers."),
            busy: z.array(intervalShape).describe("What keeps it, buffers included; no names."),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Availability" });

export const bookingShape = z
  .object({
    id,
    state: z.enum(bookingStates).describe("As it is at this instant, whatever job has run."),
    space: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
    resource: z.object({ id, kind: z.enum(resourceKinds), name: z.string() }),
    day: dayShape,
    part: z.enum([...bookingParts, "hours"]),
    startsAt: instant,
    endsAt: instant,
    companions: z.array(z.string()),
    note: z.string().nullable(),
    checkedInAt: instant.nullable(),
    endedAt: instant.nullable(),
    cancellableUntil: instant
      .nullable()
      .describe("Null when it can no longer be cancelled by its member."),
    sequence: z.int().describe("Raised by each change."),
  })
  .meta({ id: "Booking" });

export const alternativeShape = z
  .object({
    resourceId: id,
    day: dayShape.optional(),
    part: z.enum(bookingParts).optional(),
    startsAt: instant.optional(),
    endsAt: instant.optional(),
    differs: z.enum(["desk", "part", "space", "day"]),
    space: z.object({ slug: z.string(), name: z.string(), commune: z.string() }),
    resource: z.object({ id, name: z.string() }),
    distanceKm: z.number(),
  })
  .meta({
    id: "Alternative",
    description: "Free when it was read; may be sent as it is as the body of a new booking.",
  });

export const problemShape = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    detail: z.string(),
    status: z.int(),
    code: z.string().describe("Stable; for bookings, the refusal code of the screens."),
    instance: z.string(),
    alternatives: z.array(alternativeShape).optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457, in the language of Accept-Language (fr, en)." });

/** A page of a collection; `next` is the address of the following one, null at the end. */
export function pageOf(item: z.ZodType) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe("Address (path and query) of the next page."),
  });
}
