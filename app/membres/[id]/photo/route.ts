import { getPhoto } from "@/lib/members/photos/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** A portrait, for its audience only: asked again each time, for it may have been closed since. */
export const GET = apiRoute("photo", async (request: Request, { params }: Context) => {
  const [actor, { id }] = await Promise.all([currentActor(), params]);
  const { image, version } = await getPhoto(actor, id);
  const headers = {
    etag: `"${version}"`,
    "cache-control": "private, no-cache",
    "content-type": "image/webp",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  };
  if (request.headers.get("if-none-match") === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(new Uint8Array(image), { headers });
});
