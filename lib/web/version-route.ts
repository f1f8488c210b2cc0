import { mostDays } from "@/lib/bookings/availability/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { weekAsked } from "@/lib/bookings/weeks/rules";
import { type Day, dayOf, daysBetween, parseDay } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "./api-route";

type Context = { params: Promise<{ slug: string }> };
type VersionOf = (slug: string, range: { first: Day; last: Day }) => Promise<string>;

/** What a page of a space left open asks for: 304 as long as nothing of these days changed; no name in it. */
export function versionRoute(name: string, versionOf: VersionOf) {
  return apiRoute(name, async (request: Request, { params }: Context) => {
    const { slug } = await params;
    if (!spaceSlugInput.safeParse(slug).success) throw new NotFound();
    const range = rangeAsked(new URL(request.url).searchParams);
    if (!range) return new Response(null, { status: 400 });
    const version = await versionOf(slug, range);
    const headers = { etag: `"${version}"`, "cache-control": "private, no-cache" };
    if (request.headers.get("if-none-match") === headers.etag) {
      return new Response(null, { status: 304, headers });
    }
    return Response.json({ version }, { headers });
  });
}

function rangeAsked(asked: URLSearchParams): { first: Day; last: Day } | null {
  const first = parseDay(asked.get("du") ?? "");
  const last = parseDay(asked.get("au") ?? "");
  const isNear = first && weekAsked(first, dayOf(now(), networkTimeZone)) !== null;
  if (!isNear || !last || last < first || daysBetween(first, last) >= mostDays) return null;
  return { first, last };
}
