import { spaceSlugInput } from "@/lib/bookings/schema";
import { getBoardVersion } from "@/lib/bookings/weeks/queries";
import { weekAsked } from "@/lib/bookings/weeks/rules";
import { dayOf, daysBetween, parseDay } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ slug: string }> };

const mostDays = 31;

/** What a board left open asks for: 304 as long as nothing of these days changed; no name in it. */
export const GET = apiRoute("board version", async (request, { params }: Context) => {
  const { slug } = await params;
  const { searchParams } = new URL(request.url);
  const first = parseDay(searchParams.get("du") ?? "");
  const last = parseDay(searchParams.get("au") ?? "");
  if (!spaceSlugInput.safeParse(slug).success) throw new NotFound();
  const isNear = first && weekAsked(first, dayOf(now(), networkTimeZone)) !== null;
  if (!isNear || !last || last < first || daysBetween(first, last) > mostDays) {
    return new Response(null, { status: 400 });
  }
  const version = await getBoardVersion(await currentActor(), slug, { first, last });
  const headers = { etag: `"${version}"`, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  return Response.json({ version }, { headers });
});
