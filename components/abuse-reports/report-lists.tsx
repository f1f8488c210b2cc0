import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { Section } from "@/components/ui/section";
import type { Reports } from "@/lib/members/abuse-reports/queries";
import type { ReportActions } from "./report-gestures";
import { ReportItem } from "./report-item";

type ReportListsProps = {
  reports: Reports;
  slug?: string;
  /** What was just done, as the address says it. */
  done: string | string[] | undefined;
  actions: ReportActions;
};

/** Reports that wait, the oldest first, then those handled lately, each to be undone. */
export async function ReportLists({ reports, slug, done, actions }: ReportListsProps) {
  const t = await getTranslations("abuseReports.list");
  const { waiting, handled } = reports;
  return (
    <>
      {done === "hidden" || done === "handled" || done === "reopened" ? (
        <div className="mb-5">
          <Message tone="ok" role="status">
            {t(`done.${done}`)}
          </Message>
        </div>
      ) : null}
      {waiting.length > 0 ? (
        <Section id="a-traiter" title={t("waiting", { count: waiting.length })} className="mt-2">
          <ul>
            {waiting.map((report) => (
              <ReportItem key={report.id} report={report} slug={slug} actions={actions} />
            ))}
          </ul>
        </Section>
      ) : (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      )}
      {handled.length > 0 ? (
        <Section id="traites" title={t("handled")} className="mt-10">
          <ul>
            {handled.map((report) => (
              <ReportItem key={report.id} report={report} slug={slug} actions={actions} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
