import net from "node:net";
import { startWebServer, waitForHealth } from "../launch/web-server";
import { freePort } from "../postgres/cluster";
import { sleep } from "../postgres/postmaster";
import { check, gate } from "./suite";

const secondsToBeBack = 10;

/** Postgres goes away under a running server and comes back: 503 with a sentence, then well by itself. */
export async function outageCheck(
  directory: string,
  databaseUrl: string,
  env: Record<string, string>,
): Promise<void> {
  await check("Postgres away and back", async () => {
    const relay = await startRelay(new URL(databaseUrl));
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const server = startWebServer({
      args: ["server.js"],
      directory,
      env: { ...env, DATABASE_URL: relay.url, NEXTAUTH_URL: origin, NODE_ENV: "production" },
      host: "127.0.0.1",
      port,
      log: "outage",
    });
    try {
      await waitForHealth(server);
      const faults = [...(await faultsWhileThere(origin))];
      relay.cut();
      faults.push(...(await faultsWhileAway(origin)));
      relay.mend();
      const seconds = await secondsUntilBack(origin);
      if (seconds > secondsToBeBack) faults.push(`back after ${seconds.toFixed(1)} s`);
      return gate(faults.length, faults.join("\n"), `back ${seconds.toFixed(1)} s after it`);
    } finally {
      server.child.kill();
      relay.end();
    }
  });
}

const pages = ["/", "/lieux/faitout-luzech", "/mon-espace", "/comprendre"];

async function faultsWhileThere(origin: string): Promise<string[]> {
  const { status } = await fetch(`${origin}/lieux/faitout-luzech`);
  return status === 200 ? [] : [`with Postgres a space answers ${status}`];
}

async function faultsWhileAway(origin: string): Promise<string[]> {
  const faults: string[] = [];
  for (const page of pages) {
    const response = await fetch(origin + page, { headers: { "accept-language": "fr" } });
    const text = await response.text();
    if (response.status !== 503) faults.push(`${page} answers ${response.status}, not 503`);
    if (!text.includes("Un instant, s’il vous plaît")) faults.push(`${page} says nothing kind`);
    if (!response.headers.get("retry-after")) faults.push(`${page} says not when to try again`);
  }
  const health = await fetch(`${origin}/api/health`);
  if (health.status !== 503) faults.push(`/api/health answers ${health.status}, not 503`);
  return faults;
}

async function secondsUntilBack(origin: string): Promise<number> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  while (seconds() <= secondsToBeBack) {
    const answers = await Promise.all(
      ["/lieux/faitout-luzech", "/api/health"].map((page) => fetch(origin + page)),
    );
    if (answers.every(({ status }) => status === 200)) break;
    await sleep(100);
  }
  return seconds();
}

/** A wire to Postgres that can be cut; whoever was on it hears nothing but the hanging up. */
async function startRelay(database: URL) {
  const sockets = new Set<net.Socket>();
  let isCut = false;
  const server = net.createServer((client) => {
    if (isCut) return client.destroy();
    const postgres = net.connect(Number(database.port), database.hostname);
    for (const [from, to] of [
      [client, postgres],
      [postgres, client],
    ] as const) {
      sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
    return undefined;
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const url = new URL(database);
  url.port = String(port);
  url.hostname = "127.0.0.1";
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.toString(),
    cut: () => {
      isCut = true;
      hangUp();
    },
    mend: () => {
      isCut = false;
    },
    end: () => {
      hangUp();
      server.close();
    },
  };
}
