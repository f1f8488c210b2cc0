import { getLocale, getTranslations } from "next-intl/server";
import { calledBy } from "@/components/members/called";
import { dayOf } from "@/lib/core/day";
import { named } from "@/lib/core/elision";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { ReportView } from "@/lib/members/abuse-reports/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type ReportActions, ReportGestures } from "./report-gestures";

type ReportItemProps = { report: ReportView; slug?: string | undefined; actions: ReportActions };

/** What was told, of whom, in whose words, and what can be done or was. */
export async function ReportItem({ report, slug, actions }: ReportItemProps) {
  const [t, reasons, common, language] = await Promise.all([
    getTranslations("abuseReports.list"),
    getTranslations("abuseReports.reasons"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const dayWords = (at: Date) => formatDay(dayOf(at, networkTimeZone), locale);
  const name = calledBy(report.person, common);
  const title = { ad: t("adBy", named(name)), message: t("messageBy", named(name)) };
  const { reporter, handled } = report;
  const day = dayWords(report.createdAt);
  return (
    <li className="report-item">
      <h3 className="wrap-anywhere">
        {report.subject === "person" ? t("personBy", named(name)) : title[report.subject]}
      </h3>
      <p className="ad-tags mt-1">
        <span className="tag tag-warm">{reasons(report.reason)}</span>
        {handled ? <span className="tag">{t(`outcomes.${handled.outcome}`)}</span> : null}
      </p>
      <ReportedWords report={report} />
      {report.text ? <p className="typed">{t("theirWords", { text: report.text })}</p> : null}
      <p className="small muted">
        {reporter
          ? t("reportedBy", { day, name: calledBy(reporter, common) })
          : t("reported", { day })}
      </p>
      {handled ? (
        <p className="small muted">
          {t("handledBy", { day: dayWords(handled.at), name: calledBy(handled.by, common) })}
        </p>
      ) : null}
      <ReportGestures report={report} name={name} slug={slug} actions={actions} />
    </li>
  );
}

async function ReportedWords({ report }: { report: ReportView }) {
  const t = await getTranslations("abuseReports.list");
  if (report.ad) {
    return (
      <blockquote className="report-quote">
        <p className="font-bold wrap-anywhere">{report.ad.title}</p>
        <p className="typed">{report.ad.text}</p>
      </blockquote>
    );
  }
  if (report.message) {
    return (
      <blockquote className="report-quote">
        <p className="typed">{report.message.text}</p>
      </blockquote>
    );
  }
  return report.subject === "person" ? null : <p className="muted">{t("goneSubject")}</p>;
}
