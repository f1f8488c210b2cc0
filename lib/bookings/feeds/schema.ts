import { z } from "zod";
import type { Interval } from "@/lib/core/interval";
import type { Locale } from "@/lib/core/locale";
import { spaceSlugInput } from "../schema";

/** 256 random bits, or their SHA-256, in base64url. */
const bits256 = /^[A-Za-z0-9_-]{43}$/;
const flagInput = z.enum(["0", "1"]).transform((value) => value === "1");

export const feedTokenInput = z.string().regex(bits256);

/** `busyOnly`: taken times without names, titles nor addresses. */
export const makeFeedInput = z.strictObject({ busyOnly: flagInput });
export type MakeFeedInput = z.infer<typeof makeFeedInput>;

export const makeSpaceFeedInput = z.strictObject({ slug: spaceSlugInput, busyOnly: flagInput });
export type MakeSpaceFeedInput = z.infer<typeof makeSpaceFeedInput>;

/** A feed is named by the hash of its token: it opens nothing. */
export const revokeFeedInput = z.strictObject({ feed: z.string().regex(bits256) });
export type RevokeFeedInput = z.infer<typeof revokeFeedInput>;

/** One booking as a calendar shows it. */
export type FeedEntry = Interval & {
  uid: string;
  /** Grows with every change of the booking (RFC 5545, 3.8.7.4). */
  sequence: number;
  timeZone: string;
  status: "confirmed" | "tentative" | "cancelled";
  /** Keeps the time taken; what is only asked for does not. */
  isBusy: boolean;
  createdAt: Date;
  changedAt: Date;
  /** Null where the feed says neither what nor where. */
  resourceName: string | null;
  /** Space and address, for the reader of a calendar; null where the feed does not say. */
  place: { name: string; address: string } | null;
  /** First name, in the feed of a space with names. */
  who: string | null;
  state: "requested" | "held" | "confirmed" | "ended";
  reason: string | null;
  url: string | null;
};

export type Feed = {
  busyOnly: boolean;
  locale: Locale;
  /** Null = a member's own. */
  spaceName: string | null;
  /** Page where the feed is made and revoked. */
  page: string;
  entries: FeedEntry[];
};
