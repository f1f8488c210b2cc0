import { createHash } from "node:crypto";
import { addDays, type Day, dateColumn, instantAt } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { listCommuneChoices } from "@/lib/surveys/answers/queries";
import { readAnswers } from "@/lib/surveys/answers/rules";
import { type Questionnaire, questionnaire } from "@/lib/surveys/questionnaires/schema";
import { inventedAnswers } from "./demo-answers";
import { chanceFrom } from "./demo-history";

const zone = "Europe/Paris";
const responses = 400;
/** The campaign has run for five weeks of its thirteen. */
const openedDaysAgo = 35;
const openDays = 93;

/** Invented town halls, on addresses that lead nowhere. */
const partners = [
  { code: "luzech", name: "Mairie de Luzech", origin: "https://luzech.demo.test" },
  { code: "prayssac", name: "Mairie de Prayssac", origin: "https://prayssac.demo.test" },
  { code: "castelfranc", name: "Mairie de Castelfranc", origin: "https://castelfranc.demo.test" },
];

/** Most sheets are filled in at home, some with somebody beside one at the town hall. */
const paperModes = ["paper", "paper", "assisted"] as const;

/** A page a browser test serves itself on a second local origin; nobody else listens there. */
const partnerOfTests = {
  code: "essai",
  name: "Site d’essai",
  origin: "http://127.0.0.1:4999",
};

/**
 * A survey under way, relative to `today`: invented answers along plausible lines, the same every time,
 * under a campaign that says it is a demonstration.
 */
export async function seedDemoSurvey(
  version: { survey: string; version: number },
  today: Day,
): Promise<{ responses: number }> {
  const opened = addDays(today, -openedDaysAgo);
  const { id, questions } = await db.campaign.create({
    data: {
      slug: "demonstration",
      ...version,
      opensAt: instantAt(opened, 0, zone),
      closesAt: instantAt(addDays(opened, openDays), 0, zone),
      timeZone: zone,
      contactEmail: "cowloting@gmail.com",
      partners: [...partners, partnerOfTests],
      readyAt: instantAt(addDays(opened, -7), 540, zone),
    },
    select: { id: true, questions: { select: { questionnaire: true } } },
  });
  const rows = await inventedResponses(questionnaire.parse(questions.questionnaire), {
    name: "demonstration",
    seed: 27_046,
    count: responses,
    opened,
    days: openedDaysAgo,
  });
  const { count } = await db.surveyResponse.createMany({
    data: rows.map((row) => ({ ...row, campaignId: id, version: version.version })),
  });
  return { responses: count };
}

type Wave = { name: string; seed: number; count: number; opened: Day; days: number };

/** Invented responses of one campaign, most of them at its beginning; the same every time. */
export async function inventedResponses(asked: Questionnaire, wave: Wave) {
  const chance = chanceFrom(wave.seed);
  const choices = await listCommuneChoices();
  const communes = await db.commune.findMany({
    where: { isMember: true },
    select: { insee: true, population: true },
    orderBy: { insee: "asc" },
  });
  return Array.from({ length: wave.count }, (_, index) => {
    const { answers, problems } = readAnswers(asked, inventedAnswers(chance, communes), choices);
    if (problems.length > 0) throw new Error(`invented answers refused: ${problems[0]?.question}`);
    const isPaper = chance() < 0.08;
    return {
      day: dateColumn(addDays(wave.opened, Math.floor(chance() ** 1.6 * wave.days))),
      source: sourceOf(chance(), isPaper, index),
      entryMode: isPaper ? (paperModes[index % paperModes.length] ?? "paper") : ("online" as const),
      locale: chance() < 0.04 ? "en" : "fr",
      answers: { ...answers },
      receiptHash: createHash("sha256").update(`${wave.name} ${index}`).digest("base64url"),
    };
  });
}

function sourceOf(draw: number, isPaper: boolean, index: number): string {
  if (isPaper) return index % 2 === 0 ? "papier" : "luzech";
  const partner = partners[Math.floor(draw * 8)];
  if (partner) return partner.code;
  return draw < 0.5 ? "affiche" : "site";
}
