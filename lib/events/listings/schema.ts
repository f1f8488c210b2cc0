import type { Day } from "@/lib/core/day";
import type { EventState, eventThemes, PlaceKind } from "../schema";

export const longestSearch = 100;

/** What the agenda is asked for by its address; null = whatever. */
export type AgendaSearch = {
  /** As typed, for the field. */
  text: string;
  /** Slug of the space that organises it. */
  space: string | null;
  theme: (typeof eventThemes)[number] | null;
  /** INSEE code of where it is. */
  commune: string | null;
  isWeekend: boolean;
  /** Those one comes to without registering. */
  isOpen: boolean;
  /** First local day of the month shown as a table; null = the list. */
  month: Day | null;
  /** From 1. */
  page: number;
};

/** An event as lists show it; nothing of whoever is registered but how many seats are left. */
export type ListedEvent = {
  id: string;
  slug: string;
  state: EventState;
  title: string;
  summary: string;
  /** In which it is held, and written. */
  language: string;
  theme: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  place: {
    kind: PlaceKind;
    roomName: string | null;
    address: string | null;
    commune: { insee: string; name: string } | null;
  };
  space: {
    slug: string;
    name: string;
    timeZone: string;
    commune: { insee: string; name: string };
  };
  needsRegistration: boolean;
  opensAt: Date | null;
  closesAt: Date | null;
  capacity: number | null;
  /** Seats somebody new may take; null = nobody counts. */
  left: number | null;
};
