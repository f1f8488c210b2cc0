import { getPhoto } from "@/lib/members/photos/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/**
 * A portrait, for its audience only: asked again each time, for it may have been closed since. That nothing
 * of it runs is said by the proxy (headersOfSentFile).
 */
export const GET = apiRoute("photo", async (request: Request, { params }: Context) => {
  const [actor, { id }] = await Promise.all([currentActor(), params]);
  const { image, version } = await getPhoto(actor, id);
  const headers = {
    etag: `"${version}"`,
    "cache-control": "private, no-cache",
    "content-type": "image/webp",
  };
  if (request.headers.get("if-none-match") === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(image), { headers });
});
