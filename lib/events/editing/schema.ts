import { z } from "zod";
import type { Day, WallMinute } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type {
  accessCodes,
  audiences,
  eventThemes,
  levels,
  Price,
  Programme,
  Question,
} from "../schema";

export type EventPlaceInput =
  | { kind: "room"; resourceId: string }
  | { kind: "space" }
  | { kind: "elsewhere"; address: string; communeId: string | null }
  | { kind: "online" };

/** A question as it is asked; without an id, a new one. */
export type AskedQuestion = Omit<Question, "id"> & { id: string | null };

/** All that is written of an event; days and minutes are the wall time of its space. */
export type EventFields = {
  title: string;
  summary: string;
  description: string;
  language: string;
  theme: (typeof eventThemes)[number];
  audience: (typeof audiences)[number];
  level: (typeof levels)[number];
  bring: string | null;
  access: (typeof accessCodes)[number][];
  accessNote: string | null;
  programme: Programme;
  place: EventPlaceInput;
  onlineUrl: string | null;
  day: Day;
  startMinute: WallMinute;
  /** Beyond 1440 past midnight. */
  endMinute: WallMinute;
  /** Null = nobody counts, without registration only. */
  capacity: number | null;
  needsRegistration: boolean;
  /** From the first moment of that day to the last of this one. */
  opensOn: Day | null;
  closesOn: Day | null;
  mostPeople: number;
  asksNames: boolean;
  questions: AskedQuestion[];
  offerMinutes: number;
  minimum: { people: number; day: Day; minute: WallMinute } | null;
  prices: Price[];
  isFreePrice: boolean;
  habilitationId: string | null;
};

export const editingRefusals = [
  "room_taken",
  "space_closed",
  "resource_closed",
  "not_bookable",
  "beyond_horizon",
  "over_ceiling",
  "fewer_than_registered",
  "in_the_past",
  "dates_wrong",
  "minimum_too_high",
  "unknown_place",
  "event_ended",
  "changed_since",
] as const;
/** Why an event is not written so; each has its sentence in components/events/refusals.ts. */
export type EditingRefusal = (typeof editingRefusals)[number];

/** An event as its address and that of its space. */
export type EventAddress = { id: string; slug: string; spaceSlug: string };

/** A room wanted for an event, half-open; its calendar says the title. */
export type WantedRoom = Interval & {
  resourceId: string;
  day: Day;
  title: string;
  /** Its seats; null = nobody counts. */
  people: number | null;
};

/** Refusals of a room that something near may answer. */
export const roomRefusals = ["room_taken", "space_closed", "resource_closed"] as const;
export type CreateEventInput = {
  slug: string;
  idempotencyKey?: string | undefined;
  /** Shown to everybody at once; else kept among hosts. */
  publishes: boolean;
  fields: EventFields;
};
export type EditEventInput = {
  eventId: string;
  /** The last line of its history shown with the form; left out by who has shown none. */
  mark?: string | undefined;
  fields: EventFields;
};

export const eventIdInput = z.strictObject({ eventId: z.uuid() });
export type EventIdInput = z.infer<typeof eventIdInput>;
