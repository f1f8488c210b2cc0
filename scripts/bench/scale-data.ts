import pg from "pg";

export type Scale = { spaces: number; resources: number; bookings: number };

const bookingsADay = 2;
/** People of each space; three in ten come on a day, and one in twenty of them sits in the next space. */
const peopleASpace = 100;
/** Days from tomorrow on that are full too, so that a week to come is as dense as history. */
const fullDaysAhead = 8;

/**
 * A big invented network in an empty, migrated database: spaces open every day, every resource booked
 * morning and afternoon, as many days back as the number of bookings asks for. People change from day to day;
 * of the bookings that are over, seven in ten saw somebody come.
 */
export async function makeScaleData(
  url: string,
  scale: Scale,
  report: (where: string) => void = () => undefined,
): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    report("spaces and people");
    await client.query(network(scale));
    report("bookings");
    const guarded = scale.bookings > 300_000;
    // Row by row the constraint would cost an hour; laid afterwards it still judges every row.
    await client.query('ALTER TABLE bookings DISABLE TRIGGER "booking_hold_places"');
    // Nothing is counted yet: all days wait already.
    await client.query('ALTER TABLE bookings DISABLE TRIGGER "days_of_new_bookings"');
    if (guarded) await client.query('ALTER TABLE bookings DROP CONSTRAINT "booking_no_overlap"');
    await client.query(bookings(scale));
    if (guarded) {
      report("the no-overlap constraint over all of them");
      await client.query(`SET maintenance_work_mem = '1GB'`);
      await client.query(`ALTER TABLE bookings ADD CONSTRAINT "booking_no_overlap"
        EXCLUDE USING gist ("space_id" WITH =, "places" WITH &&, "during" WITH &&)
        WHERE ("state" IN ('confirmed', 'held'))`);
    }
    await client.query('ALTER TABLE bookings ENABLE TRIGGER "booking_hold_places"');
    await client.query('ALTER TABLE bookings ENABLE TRIGGER "days_of_new_bookings"');
    report("statistics");
    await client.query("VACUUM (ANALYZE) spaces, resources, persons");
    await settle(client);
  } finally {
    await client.end();
  }
}

/** Index-only reading needs every page known to be visible; whoever reads meanwhile puts that off. */
async function settle(client: pg.Client): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await client.query("VACUUM (ANALYZE) bookings");
    const { rows } = await client.query(
      "SELECT relallvisible >= relpages AS visible FROM pg_class WHERE oid = 'bookings'::regclass",
    );
    if (rows[0]?.visible) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function network({ spaces, resources }: Scale): string {
  const text = `'{"fr": "Un lieu d’essai."}'::jsonb`;
  return `
    INSERT INTO communes (insee, name, postal_codes, latitude, longitude, is_member)
    SELECT 'E' || n, 'Commune ' || n, ARRAY['46000'], 44.4 + n * 0.01, 1.2 + n * 0.01, true FROM generate_series(1, 10) n;
    INSERT INTO spaces (id, slug, name, commune_insee, street, postal_code, latitude, longitude, texts, equipment, poster,
      is_demonstration, closes_on_public_holidays, booking_horizon_days)
    SELECT gen_random_uuid(), 'echelle-' || n, 'Échelle ' || n, 'E' || (1 + n % 10), n || ' rue du Pont', '46000', 44.3 + n * 0.003, 1.1 + n * 0.003,
      jsonb_build_object('summary', ${text}, 'description', ${text}, 'access', ${text}, 'accessibility', ${text}, 'tariffs', ${text}, 'hosting', ${text}),
      ARRAY['fibre'], 'luzech', true, false, 365
    FROM generate_series(1, ${spaces}) n;
    INSERT INTO opening_rules (id, space_id, weekday, start_minute, end_minute, state)
    SELECT gen_random_uuid(), s.id, weekday, hours.first, hours.last, 'staffed'
    FROM spaces s, generate_series(1, 7) weekday, (VALUES (510, 750), (810, 1050)) hours(first, last) WHERE s.slug LIKE 'echelle-%';
    INSERT INTO resources (id, space_id, kind, name, rank, features, in_service_from)
    SELECT gen_random_uuid(), s.id, 'desk', 'Bureau ' || n, n, '{}', '2020-01-01'
    FROM spaces s, generate_series(1, ${resources}) n WHERE s.slug LIKE 'echelle-%';
    INSERT INTO persons (id, email, name)
    SELECT gen_random_uuid(), 'echelle-' || n || '@demo.test', 'Membre ' || n FROM generate_series(1, ${spaces * peopleASpace}) n`;
}

function bookings({ spaces, resources, bookings: count }: Scale): string {
  const days = Math.ceil(count / (spaces * resources * bookingsADay));
  const zone = "'Europe/Paris'";
  const who = `(r.rank * 37 + day_number * 7 + CASE WHEN half.part = 'afternoon' AND day_number % 3 = 0 THEN 11 ELSE 0 END) % ${peopleASpace}`;
  const where = `(space_number + CASE WHEN (r.rank + day_number) % 20 = 0 THEN 1 ELSE 0 END) % ${spaces}`;
  return `
    INSERT INTO bookings (id, space_id, resource_id, person_id, day, part, starts_at, ends_at, held_from, held_until, places,
      state, source, created_at, checked_in_at)
    SELECT gen_random_uuid(), r.space_id, r.id, p.id, on_day, half.part::booking_part, moment.starts, moment.ends, moment.starts, moment.ends,
      r.places, 'confirmed', 'member', moment.starts - interval '3 days',
      CASE WHEN moment.ends < now() AND (r.rank * 7 + day_number * 3 + half.first) % 10 < 7 THEN moment.starts + interval '5 minutes' END
    FROM generate_series(current_date + ${fullDaysAhead} - ${days - 1}, current_date + ${fullDaysAhead}, interval '1 day') on_days(at)
    CROSS JOIN LATERAL (SELECT at::date AS on_day, at::date - date '2020-01-01' AS day_number) d
    CROSS JOIN (VALUES ('morning', 510, 750), ('afternoon', 810, 1050)) half(part, first, last)
    CROSS JOIN LATERAL (SELECT (on_day + make_interval(mins => half.first)) AT TIME ZONE ${zone} AS starts,
      (on_day + make_interval(mins => half.last)) AT TIME ZONE ${zone} AS ends) moment
    CROSS JOIN resources r
    JOIN (SELECT id, substr(slug, 9)::int AS space_number FROM spaces WHERE slug LIKE 'echelle-%') s ON s.id = r.space_id
    JOIN (SELECT id, substr(email, 9, length(email) - 18)::int - 1 AS n FROM persons WHERE email LIKE 'echelle-%') p
      ON p.n = ${where} * ${peopleASpace} + ${who}
    LIMIT ${count}`;
}
