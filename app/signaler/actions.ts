"use server";

import { getTranslations } from "next-intl/server";
import { reportRefusalKeys } from "@/components/abuse-reports/refusals";
import {
  closeReport,
  dismissReport,
  hideReported,
  reopenReport,
  reportAbuse,
} from "@/lib/members/abuse-reports/commands";
import { hideReportedForm, reportAbuseInput, reportForm } from "@/lib/members/abuse-reports/schema";
import { formAction } from "@/lib/web/form-action";
import { networkContact } from "@/lib/web/network-contact";

const pageOf = (slug: string | undefined) =>
  slug ? `/hote/${slug}/signalements` : "/pilotage/signalements";

const refusalWords = async (refusal: keyof typeof reportRefusalKeys) => ({
  message: (await getTranslations("abuseReports"))(reportRefusalKeys[refusal], {
    contact: await networkContact(),
  }),
});

export const reportAbuseAction = formAction({
  name: "report-abuse",
  input: reportAbuseInput,
  run: reportAbuse,
  done: () => ({ redirect: "/signaler?envoye=1" }),
  refused: ({ refusal }) => refusalWords(refusal),
});

export const hideReportedAction = formAction({
  name: "hide-reported",
  input: hideReportedForm,
  run: (actor, { slug: _slug, ...input }) => hideReported(actor, input),
  done: (_done, { slug }) => ({ redirect: `${pageOf(slug)}?fait=hidden` }),
  refused: ({ refusal }) => refusalWords(refusal),
});

export const dismissReportAction = formAction({
  name: "dismiss-report",
  input: reportForm,
  run: (actor, { reportId }) => dismissReport(actor, { reportId }),
  done: (_done, { slug }) => ({ redirect: `${pageOf(slug)}?fait=handled` }),
  refused: ({ refusal }) => refusalWords(refusal),
});

export const closeReportAction = formAction({
  name: "close-report",
  input: reportForm,
  run: (actor, { reportId }) => closeReport(actor, { reportId }),
  done: (_done, { slug }) => ({ redirect: `${pageOf(slug)}?fait=handled` }),
  refused: ({ refusal }) => refusalWords(refusal),
});

export const reopenReportAction = formAction({
  name: "reopen-report",
  input: reportForm,
  run: (actor, { reportId }) => reopenReport(actor, { reportId }),
  done: (_done, { slug }) => ({ redirect: `${pageOf(slug)}?fait=reopened` }),
  refused: ({ refusal }) => refusalWords(refusal),
});
