import { randomBytes } from "node:crypto";
import pg from "pg";
import { step } from "../launch/step.js";
import type { PostgresServer } from "../postgres/server";
import { median } from "./rounds";
import { scratchDatabase } from "./scratch";
import { type Bar, bar } from "./table";

const few = 200;
const many = 20_000;
const turns = 40;

/** What members type: a trade, a skill in two words, a name, a mistyped word, an area, a word of nobody. */
const searches: Record<string, string>[] = [
  { q: "comptable" },
  { q: "déclarations sociales" },
  { q: "Élodie Vayssières" },
  { q: "charpente" },
  { q: "montage vidéo" },
  { q: "plombrie" },
  { q: "traduction", domaine: "languages" },
  { competence: "soudure" },
  { q: "photo", situation: "association" },
  { q: "trajet Cahors" },
  { q: "apiculture" },
  { q: "astronaute" },
];

/**
 * The wait for a search of the directory among 20 000 members against among 200, the same searches one
 * after the other on both: the statement the page sends, counted from here to its last row.
 */
export async function membersGrowth(postgres: PostgresServer): Promise<Bar[]> {
  const small = await step(`${few} members`, () => networkOf(postgres, few));
  const big = await step(`${many} members`, () => networkOf(postgres, many));
  const times = { small: [] as number[], big: [] as number[] };
  const statements = await statementsOf();
  await step(`${turns} turns of ${statements.length} searches`, async () => {
    for (let turn = -4; turn < turns; turn += 1) {
      for (const statement of statements) {
        const [less, more] = [await waitFor(small, statement), await waitFor(big, statement)];
        if (turn >= 0) {
          times.small.push(less);
          times.big.push(more);
        }
      }
    }
  });
  await Promise.all([small.end(), big.end()]);
  const [less, more] = [p95(times.small), p95(times.big)];
  for (const [among, all] of [
    [few, times.small],
    [many, times.big],
  ] as const) {
    const told = `p50 ${median(all).toFixed(2)} ms, p95 ${p95(all).toFixed(2)} ms`;
    console.log(`search among ${among}: ${told}`);
  }
  return [bar(`p95 of a search among ${many} / among ${few}`, more / less, "<=", 3)];
}

type Statement = { text: string; values: unknown[] };

/** As the page asks: the words, and when nobody wrote them, what comes close. */
async function statementsOf(): Promise<Statement[][]> {
  const { directoryStatement } = await import("@/lib/members/directory/queries");
  const { directorySearch } = await import("@/lib/members/directory/schema");
  const communes = Array.from({ length: 10 }, (_, index) => `E${index + 1}`);
  const near = { communes, toCommune: communes.map((_, index) => index), spaces: [], toSpace: [] };
  return searches.map((typed) =>
    [false, true].map((isAlike) => {
      const search = directorySearch.parse(typed);
      const asked = { isPublic: false, search, here: null, hidden: [], near, isAlike };
      const { text, values } = directoryStatement(asked);
      return { text, values };
    }),
  );
}

async function waitFor(client: pg.Client, [exact, alike]: Statement[]): Promise<number> {
  const began = performance.now();
  const { rowCount } = await client.query(exact ?? { text: "", values: [] });
  if (rowCount === 0 && alike) await client.query(alike);
  return performance.now() - began;
}

function p95(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

async function networkOf(postgres: PostgresServer, members: number): Promise<pg.Client> {
  const url = await scratchDatabase(postgres, `bench_${randomBytes(3).toString("hex")}`);
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  await client.query(communes);
  await client.query(people, [members]);
  await client.query(profiles);
  await client.query("VACUUM (ANALYZE) persons, profiles");
  return client;
}

const communes = `INSERT INTO communes (insee, name, postal_codes, latitude, longitude)
  SELECT 'E' || n, 'Commune ' || n, ARRAY['46000'], 44.4 + n * 0.01, 1.2 FROM generate_series(1, 10) n`;

const people = `INSERT INTO persons (id, name)
  SELECT gen_random_uuid(), 'm' || n FROM generate_series(1, $1::int) n`;

const names =
  "elodie,thomas,ines,karim,owen,lucie,paul,nadia,julien,camille,fatou,antoine,lea,simon";
const families =
  "rigal,vayssieres,haddad,delpech,clarke,couderc,miquel,bouchet,lacombe,fournie,salles";
const trades =
  "comptable,juriste,graphiste,charpente,apiculture,electricien,vigneron,infirmiere,libraire,maraicher,potier,developpeur";
const skills =
  "declarations sociales,montage video,soudure,traduction anglaise,plomberie,photo de portrait,tableur,couture,taille de vigne,ruches,bois,jardin,cuisine,musique,gravure,dessin";
const wishes =
  "trajet cahors,une salle le samedi,un local,un apprenti,des conseils,une remorque,un coup de main,un logo";

/**
 * A network grows in what it knows too: nine in ten words are somebody's own (hexadecimal), so that a
 * trade is shared by as many as live from it in a valley, not by a twelfth of everybody.
 */
const profiles = `
  WITH numbered AS (SELECT id, row_number() OVER () AS n, (SELECT count(*) FROM persons) AS total FROM persons),
    said AS (
      SELECT id, n,
        pick.name || ' ' || CASE WHEN hashtext('family' || n) % 4 = 0 THEN pick.family ELSE md5('f' || n) END AS called,
        CASE WHEN n % greatest(1, total / 100) = 0 THEN pick.trade ELSE substr(md5('t' || n), 1, 12) END AS trade,
        CASE WHEN n % greatest(1, total / 100) < 2 THEN pick.skill ELSE substr(md5('s' || n), 1, 14) END AS skill,
        pick.wish AS wish
      FROM numbered, LATERAL (SELECT
        (string_to_array('${names}', ','))[1 + abs(hashtext('a' || n)) % 14] AS name,
        (string_to_array('${families}', ','))[1 + abs(hashtext('b' || n)) % 11] AS family,
        (string_to_array('${trades}', ','))[1 + abs(hashtext('c' || n)) % 12] AS trade,
        (string_to_array('${skills}', ','))[1 + abs(hashtext('d' || n)) % 16] AS skill,
        (string_to_array('${wishes}', ','))[1 + abs(hashtext('e' || n)) % 8] AS wish) pick
    )
  INSERT INTO profiles (person_id, commune_insee, themes, situation, audiences, members_text)
  SELECT id, 'E' || (1 + n % 10), ARRAY[(ARRAY['admin','digital','image','building','languages','farming'])[1 + n % 6]],
    (ARRAY['self_employed','teleworker','association','resident'])[1 + n % 4]::situation,
    '{"name":"members","commune":"members","themes":"members","situation":"members","skills":"members"}',
    called || ' ' || trade || ' commune ' || (1 + n % 10) || ' mardi et jeudi ' || wish || ' #' || skill
      || ' #' || substr(md5('x' || n), 1, 10)
  FROM said`;
