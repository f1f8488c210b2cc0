import { createHash, randomBytes, randomUUID } from "node:crypto";
import pg from "pg";

const slugOf = (size: number) => `essai-${size}`;

/**
 * A scratch database with the questionnaire the project comes with, an open campaign for each size with so
 * many invented responses, and one staff member who reads them.
 */
export async function makeSurveys(url: string, sizes: readonly number[]): Promise<void> {
  const { default: survey } = await import("@/prisma/data/survey-v1.json", {
    with: { type: "json" },
  });
  await withClient(url, async (client) => {
    await client.query(communes);
    await client.query(
      "INSERT INTO survey_versions (survey, version, questionnaire) VALUES ('essai', 1, $1)",
      [JSON.stringify(survey)],
    );
    const [most = 0] = [...sizes].sort((a, b) => b - a);
    const answers = await inventedAnswersOf(most);
    for (const size of sizes) {
      const id = randomUUID();
      await client.query(campaign, [id, slugOf(size)]);
      await client.query(responses, [id, answers.slice(0, size)]);
      await client.query(batches, [id, size / 2, size]);
    }
    await client.query("VACUUM (ANALYZE) survey_responses");
  });
}

/** Finished drafts of the campaign of that size, by their codes: each to be sent once. */
export async function makeDrafts(url: string, size: number, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () => randomBytes(16).toString("base64url"));
  const answers = await inventedAnswersOf(200);
  await withClient(url, async (client) => {
    const hashes = codes.map((code) => createHash("sha256").update(code).digest("base64url"));
    await client.query(drafts, [
      slugOf(size),
      hashes,
      hashes.map((_hash, index) => answers[index % answers.length]),
    ]);
    await client.query("VACUUM (ANALYZE) survey_drafts");
  });
  return codes;
}

/** How many responses the campaign of that size has now. */
export async function countResponses(url: string, size: number): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS count FROM survey_responses r JOIN campaigns c ON c.id = r.campaign_id
       WHERE c.slug = $1`,
      [slugOf(size)],
    );
    return Number(rows[0]?.count);
  });
}

async function inventedAnswersOf(count: number): Promise<string[]> {
  const { inventedAnswers } = await import("@/prisma/seed/demo-answers");
  const { chanceFrom } = await import("@/prisma/seed/demo-history");
  const { readAnswers } = await import("@/lib/surveys/answers/rules");
  const { questionnaire } = await import("@/lib/surveys/questionnaires/schema");
  const { default: survey } = await import("@/prisma/data/survey-v1.json", {
    with: { type: "json" },
  });
  const asked = questionnaire.parse(survey);
  const chance = chanceFrom(46);
  const living = codes.map((insee) => ({ insee, population: 500 }));
  const choices = {
    members: new Set(codes),
    others: new Set(["ailleurs_46", "ailleurs_fr", "etranger", "nsp", "46042"]),
  };
  return Array.from({ length: count }, () =>
    JSON.stringify(readAnswers(asked, inventedAnswers(chance, living), choices).answers),
  );
}

async function withClient<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The three bourgs invented people wish, and villages around them. */
const codes = ["46225", "46182", "46231", ...Array.from({ length: 24 }, (_, n) => `46${500 + n}`)];

const communes = `
  INSERT INTO communes (insee, name, postal_codes, latitude, longitude, population, is_member, nearest_bourg)
  SELECT insee, 'Commune ' || insee, ARRAY['46000'], 44.4 + n * 0.008, 1.1 + n * 0.01, 500, true,
    CASE WHEN n > 3 THEN (ARRAY['46225', '46182', '46231'])[1 + n % 3] END
  FROM unnest(ARRAY[${codes.map((code) => `'${code}'`).join(", ")}]) WITH ORDINALITY AS given(insee, n);
  INSERT INTO communes (insee, name, postal_codes, latitude, longitude)
  VALUES ('46042', 'Cahors', ARRAY['46000'], 44.45, 1.44)`;

const campaign = `
  INSERT INTO campaigns (id, slug, survey, version, opens_at, closes_at, contact_email, ready_at)
  VALUES ($1, $2, 'essai', 1, now() - interval '10 days', now() + interval '60 days',
    'contact@demo.test', now() - interval '11 days')`;

/** Half of them in each of two batches, of which the sums are made. */
const responses = `
  INSERT INTO survey_responses (campaign_id, version, day, source, entry_mode, locale, answers, receipt_hash, batch)
  SELECT $1::uuid, 1, current_date - (n % 10)::int, 'site', 'online', 'fr', answers::jsonb, gen_random_uuid()::text, 1 + n % 2
  FROM unnest($2::text[]) WITH ORDINALITY AS given(answers, n)`;

const batches = `
  INSERT INTO survey_batches (campaign_id, number, day, responses, takes_in)
  VALUES ($1, 1, current_date - 1, $2, true), ($1, 2, current_date, $3, true)`;

const drafts = `
  INSERT INTO survey_drafts (code_hash, campaign_id, answers, source, locale, expires_at)
  SELECT hash, (SELECT id FROM campaigns WHERE slug = $1), answers::jsonb, 'site', 'fr', now() + interval '1 day'
  FROM unnest($2::text[], $3::text[]) AS given(hash, answers)`;
