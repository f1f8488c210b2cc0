import { env } from "@/lib/infra/env";

/** What the least route of this very build costs; only there to be divided by (npm run bench). */
export async function GET(): Promise<Response> {
  if (!env().BENCH) return new Response(null, { status: 404 });
  return Response.json({ hello: "world" });
}
