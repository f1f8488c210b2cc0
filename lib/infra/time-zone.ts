import "server-only";
import { wrongTimeZone } from "./db";
import { log } from "./log";

/**
 * Throws when our connections are not in UTC: every instant would silently be read in another zone.
 * Postgres away is not judged here; the health page asks again.
 */
export async function requireUtc(asked = wrongTimeZone): Promise<void> {
  const zone = await asked().catch((error: unknown) => {
    log.warn({ err: error }, "Postgres does not answer yet, its time zone is unknown");
    return null;
  });
  if (zone !== null) {
    throw new Error(
      `Connections to Postgres have TimeZone=${zone}, not UTC. Let the startup option « -c TimeZone=UTC » through (pgbouncer: take « options » out of ignore_startup_parameters), or set it for the role: ALTER ROLE … SET TimeZone TO 'UTC'.`,
    );
  }
}
