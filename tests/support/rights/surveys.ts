import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { changeTravelAssumptions } from "@/lib/reports/travel-assumptions/commands";
import { getCampaign } from "@/lib/surveys/campaigns/queries";
import { changeAssumptions } from "@/lib/surveys/diagnosis/commands";
import { openAnswers } from "@/lib/surveys/raw-answers/commands";
import { nameReader, withdrawReader } from "@/lib/surveys/readers/commands";
import { openTexts, reviewText } from "@/lib/surveys/texts/commands";
import { aCampaign, answered, whileOpen } from "../surveys";
import { by, type Standing, type Verbs } from "./world";

const byAdmins: readonly Standing[] = ["admin"];
const endsOn = day("2026-07-31");

/** A campaign with one response; the ids of both. */
async function aResponse() {
  const campaign = await aCampaign();
  await answered(campaign.id, [{ profil: "independant", commentaire: "Un mot" }]);
  const response = await db.surveyResponse.findFirstOrThrow({ where: { campaignId: campaign.id } });
  return { campaign, responseId: response.id };
}

/** Of a campaign and its answers; reading these takes being named, whatever role one has. */
export const rightsOverSurveys: Verbs = {
  changeAssumptions: {
    who: by.staff,
    say: async ({ actor }) => {
      const { slug } = await aCampaign();
      return changeAssumptions(actor, { slug, mark: "", values: {} }, whileOpen);
    },
  },
  changeTravelAssumptions: {
    who: by.staff,
    say: ({ actor }) => changeTravelAssumptions(actor, { version: 1 }, whileOpen),
  },
  nameReader: {
    who: byAdmins,
    say: async ({ actor, owner }) => {
      const { slug } = await aCampaign();
      const named = { courriel: owner.email ?? "", reason: "Tri", endsOn };
      return nameReader(actor, { slug, ...named }, whileOpen);
    },
  },
  withdrawReader: {
    who: byAdmins,
    say: async ({ actor, owner: { personId } }) => {
      const { id: campaignId } = await aCampaign();
      const data = { campaignId, personId, reason: "Tri", endsOn: new Date(`${endsOn}T00:00:00Z`) };
      const { id } = await db.surveyReader.create({ data: { ...data, grantedBy: personId } });
      return withdrawReader(actor, { id }, whileOpen);
    },
  },
  openAnswers: {
    who: [],
    say: async ({ actor }) => openAnswers(actor, { id: (await aResponse()).responseId }, whileOpen),
  },
  openTexts: {
    who: [],
    say: async ({ actor }) => {
      const { slug } = (await aResponse()).campaign;
      const campaign = await getCampaign(anonymous, slug, whileOpen);
      return openTexts(actor, { campaign, state: "waiting" }, whileOpen);
    },
  },
  reviewText: {
    who: [],
    say: async ({ actor }) => {
      const { responseId } = await aResponse();
      const decision = "published" as const;
      return reviewText(actor, { responseId, question: "commentaire", decision }, whileOpen);
    },
  },
};
