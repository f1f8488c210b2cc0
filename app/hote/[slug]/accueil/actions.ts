"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { belongingRefusalKeys } from "@/components/memberships/refusals";
import { publishRules } from "@/lib/members/house-rules/commands";
import { publishRulesInput } from "@/lib/members/house-rules/schema";
import { addStep, changeStep, removeStep } from "@/lib/members/welcome/commands";
import { addStepInput, changeStepInput, stepInput } from "@/lib/members/welcome/schema";
import { formAction } from "@/lib/web/form-action";

const page = (slug: string) => `/hote/${slug}/accueil`;

async function refusedWords({ refusal }: { refusal: keyof typeof belongingRefusalKeys }) {
  revalidatePath("/hote/[slug]/accueil", "page");
  return { message: (await getTranslations("belonging"))(belongingRefusalKeys[refusal]) };
}

export const addStepAction = formAction({
  name: "welcome-add",
  input: addStepInput,
  run: addStep,
  done: (_added, { slug }) => ({ redirect: `${page(slug)}?fait=1` }),
  refused: refusedWords,
});

export const changeStepAction = formAction({
  name: "welcome-change",
  input: changeStepInput,
  run: changeStep,
  done: (_changed, { slug }) => ({ redirect: `${page(slug)}?fait=1` }),
  refused: refusedWords,
});

export const removeStepAction = formAction({
  name: "welcome-remove",
  input: stepInput,
  run: removeStep,
  done: (_removed, { slug }) => ({ redirect: `${page(slug)}?fait=1` }),
  refused: refusedWords,
});

export const publishRulesAction = formAction({
  name: "rules-publish",
  input: publishRulesInput,
  run: publishRules,
  done: ({ version }, { slug }) => ({ redirect: `${page(slug)}?version=${version}` }),
  refused: ({ refusal }) => ({ message: refusal }),
});
