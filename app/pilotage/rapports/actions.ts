"use server";

import { getTranslations } from "next-intl/server";
import { freezeRefusalKeys } from "@/components/reports/frozen/refusals";
import { freezeReport } from "@/lib/reports/frozen-reports/commands";
import { freezeReportInput } from "@/lib/reports/frozen-reports/schema";
import { formAction } from "@/lib/web/form-action";

export const freezeReportAction = formAction({
  name: "report-freeze",
  input: freezeReportInput,
  run: freezeReport,
  done: ({ id }) => ({ redirect: `/pilotage/rapports/${id}?fait=1` }),
  refused: async ({ refusal }) => {
    const message = (await getTranslations("frozenReports"))(freezeRefusalKeys[refusal]);
    return { message, fields: { last: message } };
  },
});
