"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import {
  amendRefusalKeys,
  burstRefusalKeys,
  changeRefusalFields,
  changeRefusalKeys,
  differenceKeys,
  partnerRefusalFields,
  partnerRefusalKeys,
  textsRefusalKeys,
  verbRefusalKeys,
} from "@/components/campaigns/refusals";
import { localeOf } from "@/lib/core/locale";
import { amendCampaign } from "@/lib/surveys/amendments/commands";
import { amendCampaignInput, type Difference } from "@/lib/surveys/amendments/schema";
import {
  type Changed,
  changeCampaign,
  changeTexts,
  sayCampaignVerb,
} from "@/lib/surveys/campaigns/changes/commands";
import {
  addPartnerInput,
  campaignVerbInput,
  changeCampaignInput,
  changeTextsInput,
  removePartnerInput,
} from "@/lib/surveys/campaigns/changes/schema";
import { addPartner, removePartner } from "@/lib/surveys/campaigns/partners/commands";
import { decideBurst } from "@/lib/surveys/floods/bursts/commands";
import { decideBurstInput } from "@/lib/surveys/floods/bursts/schema";
import { formAction } from "@/lib/web/form-action";

const pageOf = (slug: string) => `/pilotage/enquete/campagne/${slug}`;
/** With the revision in the address: one that is the same but for its anchor would not be read again. */
const doneAt = (slug: string, { revision }: Changed, where = "") => ({
  redirect: `${pageOf(slug)}?fait=${revision}${where}`,
});

export const changeCampaignAction = formAction({
  name: "change-campaign",
  input: changeCampaignInput,
  run: changeCampaign,
  done: (changed, { slug }) => doneAt(slug, changed),
  refused: async ({ refusal }, { slug }) => {
    const message = (await getTranslations("campaigns"))(changeRefusalKeys[refusal]);
    // The page then sends the revision of what is said now.
    if (refusal === "changed_since") revalidatePath(pageOf(slug));
    const field = changeRefusalFields[refusal];
    return { message, fields: field ? { [field]: message } : undefined };
  },
});

export const changeTextsAction = formAction({
  name: "change-campaign-texts",
  input: changeTextsInput,
  run: changeTexts,
  done: (changed, { slug }) => doneAt(slug, changed, "#textes"),
  refused: async ({ refusal }, { slug }) => {
    if (refusal === "changed_since") revalidatePath(pageOf(slug));
    return { message: (await getTranslations("campaigns"))(textsRefusalKeys[refusal]) };
  },
});

export const addPartnerAction = formAction({
  name: "add-partner",
  input: addPartnerInput,
  run: addPartner,
  done: (changed, { slug }) => doneAt(slug, changed, "#partenaires"),
  refused: async ({ refusal }) => {
    const message = (await getTranslations("campaigns"))(partnerRefusalKeys[refusal]);
    const field = partnerRefusalFields[refusal];
    return { message, fields: field ? { [field]: message } : undefined };
  },
});

export const removePartnerAction = formAction({
  name: "remove-partner",
  input: removePartnerInput,
  run: removePartner,
  done: (changed, { slug }) => doneAt(slug, changed, "#partenaires"),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const sayCampaignVerbAction = formAction({
  name: "campaign-verb",
  input: campaignVerbInput,
  run: sayCampaignVerb,
  done: (changed, { slug }) => doneAt(slug, changed),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("campaigns"))(verbRefusalKeys[refusal]),
  }),
});

export const amendCampaignAction = formAction({
  name: "amend-campaign",
  input: amendCampaignInput,
  run: amendCampaign,
  done: (changed, { slug }) => doneAt(slug, changed),
  refused: async ({ refusal, data }, { slug }) => {
    const [t, language] = await Promise.all([getTranslations("campaigns"), getLocale()]);
    if (refusal === "changed_since") revalidatePath(pageOf(slug));
    if (refusal !== "other_meaning") return { message: t(amendRefusalKeys[refusal]) };
    const { kind, label } = data as Difference;
    const difference = t(differenceKeys[kind], { label: label[localeOf(language)] });
    return { message: t(amendRefusalKeys.other_meaning, { difference }) };
  },
});

export const decideBurstAction = formAction({
  name: "decide-burst",
  input: decideBurstInput,
  run: decideBurst,
  done: (_value, { slug, day, verb }) => ({
    redirect: `${pageOf(slug)}?fait=${verb}-${day}#afflux`,
  }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("campaigns"))(burstRefusalKeys[refusal]),
  }),
});
