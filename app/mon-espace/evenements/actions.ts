"use server";

import { getTranslations } from "next-intl/server";
import { editingRefusalKeys, withdrawRefusalKeys } from "@/components/events/refusals";
import { eventIdInput } from "@/lib/events/editing/schema";
import { withdrawProposal } from "@/lib/events/proposals/commands";
import { answerNaming } from "@/lib/events/speakers/answers/commands";
import { answerInput } from "@/lib/events/speakers/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/mon-espace/evenements";

export const answerNamingAction = formAction({
  name: "answer-naming",
  input: answerInput,
  run: answerNaming,
  done: (_answered, { answer }) => ({
    redirect: `${page}?fait=${answer === "accept" ? "accepte" : "decline"}`,
  }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("eventsEdit"))(editingRefusalKeys[refusal]),
  }),
});

export const withdrawProposalAction = formAction({
  name: "withdraw-proposal",
  input: eventIdInput,
  run: withdrawProposal,
  done: () => ({ redirect: `${page}?fait=retire` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("eventsOwn"))(withdrawRefusalKeys[refusal]),
  }),
});
