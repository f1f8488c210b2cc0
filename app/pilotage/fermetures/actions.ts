"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { closureRefusalKeys, undoRefusalKeys } from "@/components/closures/refusals";
import { announceNetworkClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { closureIdInput, networkClosureInput } from "@/lib/bookings/closures/schema";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { formAction } from "@/lib/web/form-action";

const page = "/pilotage/fermetures";

export const announceNetworkClosureAction = formAction({
  name: "close-network",
  input: networkClosureInput,
  run: announceNetworkClosure,
  done: ({ id }) => ({ redirect: `${page}?annoncee=${id}` }),
  refused: async ({ refusal }) => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("closures"))(closureRefusalKeys[refusal]) };
  },
});

export const undoNetworkClosureAction = formAction({
  name: "undo-network-closure",
  input: closureIdInput,
  run: undoClosure,
  done: (_undone, { closureId }) => ({ redirect: `${page}?annulee=${closureId}` }),
  refused: async ({ refusal }) => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("closures"))(undoRefusalKeys[refusal]) };
  },
});

export const withdrawNetworkClosureAction = formAction({
  name: "reopen-network",
  input: closureIdInput,
  run: withdrawClosure,
  done: async () => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("closures"))("reopened") };
  },
  refused: () => ({ message: "" }),
});
