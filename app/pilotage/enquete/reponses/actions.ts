"use server";

import { getTranslations } from "next-intl/server";
import { nameReaderRefusalKeys } from "@/components/survey-answers/refusals";
import { nameReader, withdrawReader } from "@/lib/surveys/readers/commands";
import { nameReaderInput, withdrawReaderInput } from "@/lib/surveys/readers/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/pilotage/enquete/reponses";

export const nameReaderAction = formAction({
  name: "name-reader",
  input: nameReaderInput,
  run: nameReader,
  done: (_value, { slug }) => ({ redirect: `${page}?campagne=${slug}&fait=donne` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("surveyAnswers"))(nameReaderRefusalKeys[refusal]),
  }),
});

export const withdrawReaderAction = formAction({
  name: "withdraw-reader",
  input: withdrawReaderInput,
  run: withdrawReader,
  done: () => ({ redirect: `${page}?fait=retire` }),
  refused: () => ({ message: "" }),
});
