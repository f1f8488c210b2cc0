import { readHealth } from "@/lib/web/health";

export const dynamic = "force-dynamic";

/** For balancers and the start command: 200 when this process can serve, 503 otherwise. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
