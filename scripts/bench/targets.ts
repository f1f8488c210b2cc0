import pg from "pg";
import { request, type Shot } from "./load";

/** What the load is aimed at, read from the scratch database. */
export type Targets = {
  slugs: string[];
  resourceIds: string[];
  tokens: string[];
  /** First local day that nothing is booked on. */
  firstFree: string;
};

const dayMs = 86_400_000;
const freeFrom = 10;
const freeDays = 340;
/** Half-days there are for one person, who sits on one seat at a time. */
const halves = freeDays * 2;

export async function readTargets(url: string, tokens: string[]): Promise<Targets> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const spaces = await client.query(
      "SELECT slug FROM spaces WHERE slug LIKE 'echelle-%' ORDER BY slug",
    );
    const resources = await client.query("SELECT id FROM resources ORDER BY space_id, rank");
    return {
      slugs: spaces.rows.map((row) => String(row.slug)),
      resourceIds: resources.rows.map((row) => String(row.id)),
      tokens,
      firstFree: localDay(freeFrom),
    };
  } finally {
    await client.end();
  }
}

function localDay(ahead: number): string {
  return new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10);
}

type Aim = { token: number; half: number; resource: number };

function bookingShot({ tokens, resourceIds }: Targets, aim: Aim): Shot {
  const day = localDay(freeFrom + (Math.floor(aim.half / 2) % freeDays));
  const part = aim.half % 2 === 0 ? "morning" : "afternoon";
  const resourceId = resourceIds[aim.resource % resourceIds.length];
  const token = tokens[aim.token % tokens.length] ?? "";
  return { text: request("POST", "/api/v1/bookings", { token, body: { resourceId, day, part } }) };
}

/** Bookings nobody disputes: each person goes through the half-days from the first, each at a desk of their own. */
export function undisputed(targets: Targets): () => Shot {
  let count = 0;
  const people = targets.tokens.length;
  return () => {
    const turn = count++;
    const half = Math.floor(turn / people) % halves;
    return bookingShot(targets, { token: turn, half, resource: turn * 7 + half * 11 });
  };
}

/** Everybody wants the same place, then all of them the next one; half-days from the last, one place each. */
export function disputed(targets: Targets): () => Shot {
  let count = 0;
  const people = targets.tokens.length;
  return () => {
    const turn = count++;
    const place = Math.floor(turn / people);
    return bookingShot(targets, {
      token: turn,
      half: halves - 1 - (place % 300),
      resource: place * 13,
    });
  };
}

/** The week that comes, of each space in turn. */
export function weeks({ slugs }: Targets): () => Shot {
  const from = localDay(1);
  const texts = slugs.map((slug) =>
    request("GET", `/api/v1/spaces/${slug}/availability?from=${from}&days=7`),
  );
  let count = 0;
  return () => ({ text: texts[count++ % texts.length] ?? "" });
}

/** Weeks that begin on other days each time, so that each is written for the first time. */
export function weeksNeverRead({ slugs }: Targets): () => Shot {
  let count = 0;
  return () => {
    const turn = count++;
    const slug = slugs[turn % slugs.length] ?? "";
    const from = localDay(-400 + Math.floor(turn / slugs.length));
    return { text: request("GET", `/api/v1/spaces/${slug}/availability?from=${from}&days=7`) };
  };
}

/** As a browser asks for it, packed. */
export function page(path: string): () => Shot {
  const text = request("GET", path, { headers: ["accept-encoding: gzip"] });
  return () => ({ text });
}
