"use server";

import { getTranslations } from "next-intl/server";
import { createRefusalKeys } from "@/components/campaigns/refusals";
import { createCampaign } from "@/lib/surveys/campaigns/changes/commands";
import { createCampaignInput } from "@/lib/surveys/campaigns/changes/schema";
import { formAction } from "@/lib/web/form-action";

export const createCampaignAction = formAction({
  name: "create-campaign",
  input: createCampaignInput,
  run: createCampaign,
  done: ({ slug }) => ({ redirect: `/pilotage/enquete/campagne/${slug}?fait=1` }),
  refused: async ({ refusal }) => {
    const message = (await getTranslations("campaigns"))(createRefusalKeys[refusal]);
    return { message, fields: { questionnaire: message } };
  },
});
