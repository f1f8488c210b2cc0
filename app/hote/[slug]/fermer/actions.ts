"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { closureRefusalKeys, undoRefusalKeys } from "@/components/closures/refusals";
import { announceClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { closureInput, closureOfSpaceInput } from "@/lib/bookings/closures/schema";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { formAction } from "@/lib/web/form-action";

const closePage = "/hote/[slug]/fermer";

export const announceClosureAction = formAction({
  name: "close",
  input: closureInput,
  run: announceClosure,
  done: ({ id }, { slug }) => ({ redirect: `/hote/${slug}/fermer?annoncee=${id}` }),
  refused: async ({ refusal }) => {
    revalidatePath(closePage, "page");
    return { message: (await getTranslations("closures"))(closureRefusalKeys[refusal]) };
  },
});

export const undoClosureAction = formAction({
  name: "undo-closure",
  input: closureOfSpaceInput,
  run: undoClosure,
  done: (_undone, { slug, closureId }) => ({
    redirect: `/hote/${slug}/fermer?annulee=${closureId}`,
  }),
  refused: async ({ refusal }) => {
    revalidatePath(closePage, "page");
    return { message: (await getTranslations("closures"))(undoRefusalKeys[refusal]) };
  },
});

// In place: the page it came from shows what is closed still.
export const withdrawClosureAction = formAction({
  name: "reopen",
  input: closureOfSpaceInput,
  run: withdrawClosure,
  done: async () => {
    revalidatePath("/hote/[slug]", "page");
    revalidatePath(closePage, "page");
    return { message: (await getTranslations("closures"))("reopened") };
  },
  refused: () => ({ message: "" }),
});
