"use server";

import { getTranslations } from "next-intl/server";
import { preparationRefusalKeys } from "@/components/reports/files/refusals";
import { askPreparation } from "@/lib/reports/preparations/commands";
import { preparationInput } from "@/lib/reports/preparations/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/pilotage/rapport/exports";

export const askPreparationAction = formAction({
  name: "report-prepare",
  input: preparationInput,
  run: askPreparation,
  done: (_asked, { first, last }) => ({
    redirect: `${page}?periode=dates&du=${first}&au=${last}#prepares`,
  }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("reportFiles"))(preparationRefusalKeys[refusal]),
  }),
  returnTo: () => page,
  timesAMinute: 20,
});
