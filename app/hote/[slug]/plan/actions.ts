"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { placementRefusalKeys } from "@/components/host/placement-refusals";
import { placeResourcesInput } from "@/lib/spaces/plans/schema";
import { placeResources } from "@/lib/spaces/resources/commands";
import { formAction } from "@/lib/web/form-action";

export const placeResourcesAction = formAction({
  name: "place-resources",
  input: placeResourcesInput,
  run: placeResources,
  done: async () => {
    revalidatePath("/hote/[slug]/plan", "page");
    return { message: (await getTranslations("board"))("plan.saved") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("board"))(placementRefusalKeys[refusal]),
  }),
});
