import { z } from "zod";
import { eventStates, placeKinds } from "@/lib/events/schema";

const instant = z.iso.datetime().describe("Instant, RFC 3339, UTC.");
const commune = z.object({ insee: z.string(), name: z.string() });

export const eventShape = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    url: z.url().describe("Its page, where one registers."),
    state: z.enum(eventStates).extract(["published", "cancelled"]),
    title: z.string(),
    summary: z.string(),
    description: z.string().describe("Markdown of paragraphs, lists, bold, italic and links."),
    language: z.string().describe("In which it is held."),
    theme: z.string(),
    audience: z.string(),
    level: z.string(),
    access: z.array(z.string()).describe("What makes it reachable."),
    day: z.iso.date().describe("Local day of the space, YYYY-MM-DD."),
    startsAt: instant,
    endsAt: instant,
    space: z
      .object({ slug: z.string(), name: z.string(), timeZone: z.string() })
      .describe("That organises it, wherever it is."),
    place: z.object({
      kind: z.enum(placeKinds),
      room: z.string().nullable(),
      address: z.string().nullable().describe("Null online: told to those registered only."),
      commune: commune.nullable(),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
    }),
    needsRegistration: z.boolean(),
    registration: z
      .enum(["not_needed", "not_yet", "open", "closed", "begun", "over", "cancelled"])
      .describe("At this instant."),
    seats: z.int().nullable().describe("Of people; null = nobody counts."),
    seatsLeft: z.int().nullable().describe("Somebody new may take now."),
    prices: z
      .array(z.object({ label: z.string(), cents: z.int() }))
      .describe("None = free of charge."),
    isFreePrice: z.boolean().describe("Everybody gives what they want."),
    endReason: z.string().nullable().describe("Why it was cancelled, as somebody wrote it."),
    endMinimum: z
      .int()
      .nullable()
      .describe("Cancelled by itself: fewer people than this had registered in time."),
    sequence: z.int().describe("Raised by each change."),
    updatedAt: instant,
  })
  .meta({ id: "Event", description: "One dated session open to all." });

export const activityShape = z
  .looseObject({
    type: z.literal("Event"),
    id: z.url(),
    url: z.url(),
    attributedTo: z.url(),
    to: z.array(z.url()),
    name: z.string(),
    startTime: instant,
    endTime: instant,
    timezone: z.string(),
    joinMode: z.literal("external"),
    externalParticipationUrl: z.url(),
  })
  .meta({ id: "EventActivity", description: "ActivityStreams object, FEP-8a8e; read only." });
