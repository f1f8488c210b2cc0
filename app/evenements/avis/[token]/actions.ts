"use server";

import { getTranslations } from "next-intl/server";
import { giveFeedback } from "@/lib/events/feedback/commands";
import { feedbackInput } from "@/lib/events/feedback/schema";
import { formAction } from "@/lib/web/form-action";

export const giveFeedbackAction = formAction({
  name: "event-feedback",
  input: feedbackInput,
  run: giveFeedback,
  done: (_value, { token }) => ({ redirect: `/evenements/avis/${token}?fait=note` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("eventsDay.feedback.refusals"))(refusal),
  }),
});
