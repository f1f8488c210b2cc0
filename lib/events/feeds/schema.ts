import type { ListedEvent } from "../listings/schema";

/** An event as feeds, the API and other networks read it: what its page says, nobody's name. */
export type PublishedEvent = Omit<ListedEvent, "space"> & {
  /** Markdown as written. */
  description: string;
  audience: string;
  level: string;
  access: string[];
  prices: { label: string; cents: number }[];
  isFreePrice: boolean;
  space: ListedEvent["space"] & {
    street: string;
    postalCode: string;
    latitude: number;
    longitude: number;
  };
  sequence: number;
  createdAt: Date;
  publishedAt: Date | null;
  /** Of the last line of its history, or its making. */
  changedAt: Date;
  endedAt: Date | null;
  endReason: string | null;
  endMinimum: number | null;
};
