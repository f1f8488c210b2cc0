import { systemActor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, instantAt } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { countBatches } from "@/lib/surveys/publications/commands";
import { questionnaire } from "@/lib/surveys/questionnaires/schema";
import { inventedResponses } from "./demo-survey";

const zone = "Europe/Paris";
const responses = 310;
const openDays = 93;
/** A year and some months ago; its results were published three weeks after it closed. */
const openedDaysAgo = 470;
const publishedAfterDays = 21;

/** The survey of the year before, published: its results are what `/enquete/resultats` shows. */
export async function seedPastSurvey(
  version: { survey: string; version: number },
  today: Day,
): Promise<void> {
  const opened = addDays(today, -openedDaysAgo);
  const closed = addDays(opened, openDays);
  const publishedAt = instantAt(addDays(closed, publishedAfterDays), 600, zone);
  const { id, questions } = await db.campaign.create({
    data: {
      slug: "demonstration-precedente",
      ...version,
      opensAt: instantAt(opened, 0, zone),
      closesAt: instantAt(closed, 0, zone),
      timeZone: zone,
      contactEmail: "cowloting@gmail.com",
      readyAt: instantAt(addDays(opened, -7), 540, zone),
      publishedAt,
    },
    select: { id: true, questions: { select: { questionnaire: true } } },
  });
  const rows = await inventedResponses(questionnaire.parse(questions.questionnaire), {
    name: "past",
    seed: 27_045,
    count: responses,
    opened,
    days: openDays,
  });
  await db.surveyResponse.createMany({
    data: rows.map((row, index) => ({
      ...{ ...row, campaignId: id, version: version.version },
      answers: { ...row.answers, ...remarkOf(index) },
    })),
  });
  await countBatches(systemActor("demonstration"), publishedAt);
}

/** Free texts as people leave them; the last one names somebody and stays hidden. */
const remarks = [
  "Une salle où l’on peut téléphoner sans gêner personne.",
  "Le mercredi, il faudrait pouvoir venir avec les enfants.",
  "J’aimerais surtout rencontrer d’autres indépendants du coin.",
  "Ouvert tôt le matin, avant la tournée.",
  "Avec un bus depuis Cahors, je viendrais deux fois par semaine.",
  "La fibre n’arrive pas chez nous : rien que pour cela, je viendrais.",
  "Un prix pour les associations, s’il vous plaît.",
  "Voyez avec ma voisine du moulin, elle cherche un bureau.",
];
const oneRemarkIn = 9;

function remarkOf(index: number): { commentaire?: string } {
  const remark = remarks[(index / oneRemarkIn) % remarks.length];
  return remark === undefined ? {} : { commentaire: remark };
}

/**
 * One of the staff is named to read the answers of both surveys, and has read most of the free texts of
 * the first: some are published, one is hidden, some wait.
 */
export async function seedSurveyReader(today: Day): Promise<void> {
  const [agent, admin] = await Promise.all(
    ["agent@demo.test", "admin@demo.test"].map((email) =>
      db.person.findUniqueOrThrow({ where: { email }, select: { id: true } }),
    ),
  );
  if (!agent || !admin) return;
  const campaigns = await db.campaign.findMany({ select: { id: true, slug: true } });
  await db.surveyReader.createMany({
    data: campaigns.map(({ id }) => ({
      campaignId: id,
      personId: agent.id,
      reason: "Dépouillement pour le conseil communautaire",
      endsOn: dateColumn(addDays(today, 120)),
      grantedBy: admin.id,
    })),
  });
  const past = campaigns.find(({ slug }) => slug === "demonstration-precedente");
  const written = await db.surveyResponse.findMany({
    where: { campaignId: past?.id ?? "", answers: { path: ["commentaire"], not: "" } },
    orderBy: { receiptHash: "asc" },
    take: 24,
    select: { id: true, answers: true },
  });
  await db.surveyTextReview.createMany({
    data: written.map(({ id, answers }) => ({
      ...{ responseId: id, question: "commentaire", reviewedBy: agent.id },
      state: JSON.stringify(answers).includes("voisine") ? "hidden" : "published",
      day: dateColumn(addDays(today, -openedDaysAgo + openDays + publishedAfterDays)),
    })),
  });
}
