import { getPicture } from "@/lib/events/pictures/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ slug: string }> };

/**
 * The picture of an event, for whoever sees the event. Its address changes with it, so that of a published
 * one is kept for good. That nothing of it runs is said by the proxy (headersOfSentFile).
 */
export const GET = apiRoute("event-photo", async (request: Request, { params }: Context) => {
  const [actor, { slug }] = await Promise.all([currentActor(), params]);
  const { image, version, isPublic } = await getPicture(actor, slug);
  const isVersioned = new URL(request.url).searchParams.get("v") === version;
  const headers = {
    etag: `"${version}"`,
    "cache-control":
      isPublic && isVersioned ? "public, max-age=31536000, immutable" : "private, no-cache",
    "content-type": "image/webp",
  };
  if (request.headers.get("if-none-match") === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(image), { headers });
});
