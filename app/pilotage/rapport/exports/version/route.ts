import { getPreparationsVersion } from "@/lib/reports/preparations/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

/** What the page left open asks for: 304 as long as nothing that was asked for is further. */
export const GET = apiRoute("preparations version", async (request: Request) => {
  const version = await getPreparationsVersion(await currentActor());
  const headers = { etag: `"${version}"`, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match") === headers.etag) {
    return new Response(null, { status: 304, headers });
  }
  return Response.json({ version }, { headers });
});
