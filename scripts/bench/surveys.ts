import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { step } from "../launch/step.js";
import type { PostgresServer } from "../postgres/server";
import type { Run, Shot } from "./load";
import { median, ratio, rounds } from "./rounds";
import { scratchDatabase } from "./scratch";
import { countResponses, makeDrafts, makeSurveys } from "./survey-data";
import { type Bar, bar, told } from "./table";
import { page } from "./targets";

const few = 2_000;
const many = 20_000;
const turns = 9;
const drafts = 40_000;

/** A scratch database with the two campaigns. */
export async function surveyDatabase(postgres: PostgresServer): Promise<string> {
  const url = await scratchDatabase(postgres, `bench_${randomBytes(3).toString("hex")}`);
  await step(`${few} and ${many} responses`, () => makeSurveys(url, [few, many]));
  return url;
}

/**
 * The diagnosis of 20 000 responses against that of 2 000, read from Postgres and reckoned as the page
 * does, in this process; the database is the one of the environment.
 */
export async function diagnosisGrowth(): Promise<Bar> {
  const { getDiagnosis } = await import("@/lib/surveys/diagnosis/queries");
  const nobody = { personId: "", email: null, name: null, locale: "fr" };
  const actor: Actor = {
    kind: "person",
    ...nobody,
    grants: [{ role: "staff", spaceId: null }],
  };
  const timeOf = async (size: number) => {
    const began = performance.now();
    await getDiagnosis(actor, `essai-${size}`);
    return performance.now() - began;
  };
  const times = { few: [] as number[], many: [] as number[] };
  await step(`${turns} turns of both diagnoses`, async () => {
    for (let turn = -2; turn < turns; turn += 1) {
      const [less, more] = [await timeOf(few), await timeOf(many)];
      if (turn < 0) continue;
      times.few.push(less);
      times.many.push(more);
    }
  });
  console.log(
    `diagnosis of ${few}: ${median(times.few).toFixed(0)} ms, of ${many}: ${median(times.many).toFixed(0)} ms`,
  );
  const ratios = times.many.map((more, index) => more / (times.few[index] ?? more));
  return bar(`diagnosis of ${many} responses / of ${few}`, median(ratios), "<=", 12);
}

/**
 * Eight clients sending finished responses as the button without scripts does, each a draft of its own and
 * a network of its own, against the least route of the same build.
 */
export async function submissions(
  url: string,
  port: number,
  { count, seconds }: { count: number; seconds: number },
): Promise<Bar[]> {
  const codes = await step(`${drafts} finished drafts`, () => makeDrafts(url, few, drafts));
  const before = await countResponses(url, few);
  const next = sendings(port, codes);
  const contests = [
    { name: "hello", clients: 8, seconds, next: page("/api/bench/hello") },
    { name: "submit", clients: 8, seconds, next },
  ];
  const runs = await step(`${count} rounds`, (report) => rounds(port, contests, count, report));
  for (const { name } of contests) console.log(told(name, runs.get(name) ?? []));
  const [hello = [], submit = []] = contests.map(({ name }) => runs.get(name));
  const sent = next.count() - 1;
  const kept = (await countResponses(url, few)) - before;
  return [
    bar("submission, 8 clients / hello", ratio(submit, hello), ">=", 0.3),
    bar("answers to it other than « see your receipt »", othersThan303(submit), "<=", 0),
    // Whoever was cut off at the end of a round may or may not have been served.
    bar("responses kept / drafts sent", kept / sent, ">=", 0.99),
  ];
}

function othersThan303(runs: Run[]): number {
  const counts = runs.flatMap(({ statuses }) => [...statuses]);
  return counts.reduce((sum, [status, times]) => sum + (status === 303 ? 0 : times), 0);
}

/** The form of the last page, sent once for each code as a browser without scripts sends it. */
function sendings(port: number, codes: readonly string[]) {
  let sent = 0;
  const shot = (): Shot | null => {
    const code = codes[sent++];
    if (code === undefined) return null;
    const body = new URLSearchParams({ code, website: "" }).toString();
    const lines = [
      "POST /enquete/envoi HTTP/1.1",
      `host: localhost:${port}`,
      `origin: http://localhost:${port}`,
      "content-type: application/x-www-form-urlencoded",
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    return { text: `${lines.join("\r\n")}\r\n\r\n${body}` };
  };
  return Object.assign(shot, { count: () => Math.min(sent, codes.length) });
}
