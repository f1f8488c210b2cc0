import { addDays, type Day, dayOf, instantAt, weekdayOf } from "@/lib/core/day";
import { publicHolidayOn } from "@/lib/spaces/opening-hours/rules";
import { loadData, migrate } from "../database/prepare";
import { atEnd } from "../launch/life";
import { step } from "../launch/step.js";
import { startWebServer, type WebServer, waitForHealth } from "../launch/web-server";
import { freePort } from "../postgres/cluster";
import { ensureDatabase } from "../postgres/embedded";
import type { PostgresServer } from "../postgres/server";
import { startFakeIssuer } from "./fake-issuer";

const zone = "Europe/Paris";
const tuesday = 2;
const opening = 9 * 60 + 10;

/**
 * When the demonstration's clock starts: ten past nine of the next Tuesday that begins five weeks without a
 * public holiday, since journeys book in all of them. Never in the past: a browser would throw away the cookies
 * of a session that has ended.
 */
export function clockStart(today: Day): Date {
  for (let on = addDays(today, 1); ; on = addDays(on, 1)) {
    if (weekdayOf(on) === tuesday && !isHolidayAmong(on, 35)) return instantAt(on, opening, zone);
  }
}

function isHolidayAmong(first: Day, days: number): boolean {
  return Array.from({ length: days }, (_, later) => addDays(first, later)).some(
    (on) => publicHolidayOn(on) !== null,
  );
}

/** What a demonstration server needs besides its own address and its database. */
export function demonstrationEnv() {
  return {
    DEMO: "1",
    NEXTAUTH_SECRET: "browser-journeys-only-secret-of-32-characters",
    CLOCK_START: clockStart(dayOf(new Date(), zone)).toISOString(),
    LOG_LEVEL: "warn",
  };
}

export const journeysDatabase = "journeys";

/** The demonstration network of a release, on a database and a port of its own, as the journeys see it. */
export async function startDemonstration(
  postgres: PostgresServer,
  directory: string,
  wantedPort?: number,
): Promise<WebServer> {
  const port = wantedPort ?? (await freePort());
  const issuer = await startFakeIssuer();
  atEnd(issuer.stop);
  const env = {
    ...demonstrationEnv(),
    NEXTAUTH_URL: `http://localhost:${port}`,
    OIDC_PROVIDERS: JSON.stringify([issuer.provider]),
  };
  const url = await ensureDatabase(postgres, journeysDatabase);
  await migrate(url);
  await loadData(url, env);
  return step(
    "web server",
    async () => {
      const server = startWebServer({
        args: ["server.js"],
        directory,
        env: { ...env, DATABASE_URL: url, NODE_ENV: "production" },
        host: "127.0.0.1",
        port,
        log: "journeys",
      });
      await waitForHealth(server);
      return { ...server, origin: `http://localhost:${port}` };
    },
    () => `its clock starts at ${env.CLOCK_START}`,
  );
}
