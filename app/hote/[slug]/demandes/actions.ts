"use server";

import { revalidatePath } from "next/cache";
import { answersInWords } from "@/components/verbs/answer-words";
import { answerRequests } from "@/lib/bookings/requests/commands";
import { answerRequestsInput } from "@/lib/bookings/requests/schema";
import { formAction } from "@/lib/web/form-action";

export const answerRequestsAction = formAction({
  name: "answer-requests",
  input: answerRequestsInput,
  run: answerRequests,
  done: async (outcomes, { answer }) => {
    revalidatePath("/hote/[slug]/demandes", "page");
    return { message: await answersInWords(outcomes, answer) };
  },
  refused: () => ({ message: "" }),
});
