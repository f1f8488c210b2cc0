import { noteFeedRead } from "@/lib/bookings/feeds/commands";
import { findFeedAccess, readFeed } from "@/lib/bookings/feeds/queries";
import { calendarTextOf } from "@/lib/bookings/feeds/rules";
import type { Feed } from "@/lib/bookings/feeds/schema";
import { systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { recordViews } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";

import { secondsToWait } from "@/lib/infra/rate-limit";
import { apiRoute } from "@/lib/web/api-route";
import { feedAddress } from "@/lib/web/feed-address";
import { markedText } from "@/lib/web/marked-text";
import { callerNetwork } from "@/lib/web/session";

type Context = { params: Promise<{ token: string }> };

/** A calendar comes back every few minutes at most; several devices may share an address. */
const perFeed = { name: "feed", times: 120, seconds: 600 };
/** Calendar services read for thousands of people from one network: only wrong addresses count by network. */
const perStranger = { name: "feed-unknown", times: 60, seconds: 600 };

/**
 * A calendar by its address alone: no cookie is read nor set. Unknown and revoked are the same 404. A
 * calendar that says which text it has (ETag) is answered 304; Last-Modified is told but not judged by,
 * for a new name of a place changes the text and no booking.
 */
export const GET = apiRoute("agenda", async (request, { params }: Context) => {
  const token = /^([\w-]{43})\.ics$/.exec((await params).token)?.[1];
  const access = token ? await findFeedAccess(token) : null;
  const wait = access
    ? await secondsToWait(perFeed, access.tokenHash)
    : await secondsToWait(perStranger, await callerNetwork());
  if (wait !== null) {
    return new Response(null, { status: 429, headers: { "retry-after": String(wait) } });
  }
  if (!access || !token) throw new NotFound();
  const at = now();
  const feed = await readFeed(access, at);
  await noteFeedRead(systemActor("agenda"), access.tokenHash, at);
  if (access.space) {
    const seen = { spaceId: access.space.id, people: feed.people };
    await recordViews(access.owner, { ...seen, screen: "calendar_feed" }, at);
  }
  const text = calendarTextOf(feed, feedAddress(token), at);
  const kept = {
    ...lastModified(feed),
    // A revoked address is to stop at once, so what is kept is asked about each time.
    "cache-control": "private, no-cache",
    "x-robots-tag": "noindex",
  };
  const file = {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="cowloting.ics"',
  };
  return markedText(request, text, file, kept);
});

function lastModified({ entries }: Feed): { "last-modified"?: string } {
  const last = Math.max(...entries.map((entry) => entry.changedAt.getTime()));
  return Number.isFinite(last) ? { "last-modified": new Date(last).toUTCString() } : {};
}
