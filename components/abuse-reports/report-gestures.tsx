import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import type { ReportView } from "@/lib/members/abuse-reports/queries";
import { longestHideReason } from "@/lib/members/abuse-reports/schema";

export type ReportActions = {
  hide: FormAction;
  dismiss: FormAction;
  close: FormAction;
  reopen: FormAction;
};

type ReportGesturesProps = {
  report: ReportView;
  name: string;
  slug: string | undefined;
  actions: ReportActions;
};

/** What a moderator can do with a report now. */
export async function ReportGestures({ report, name, slug, actions }: ReportGesturesProps) {
  const t = await getTranslations("abuseReports.list");
  const hidden = { reportId: report.id, slug };
  if (report.handled) {
    return (
      <ActionForm action={actions.reopen} hidden={hidden} className="mt-2">
        <SubmitButton
          className="btn btn-quiet"
          pending={t("sending")}
          label={t("undoLabel", named(name))}
        >
          {t("undo")}
        </SubmitButton>
      </ActionForm>
    );
  }
  return (
    <>
      {report.ad || report.message || report.parts.length > 0 ? (
        <details className="mt-3">
          <summary className="btn btn-quiet">{t("hide", { subject: report.subject })}</summary>
          <ActionForm action={actions.hide} hidden={hidden} className="mt-2 grid max-w-120 gap-3">
            {report.parts.length > 0 ? (
              <CheckList
                name="parts"
                id={`parts-${report.id}`}
                legend={t("parts")}
                options={report.parts.map((value) => ({ value, label: t(`partNames.${value}`) }))}
                defaultValues={report.parts}
              />
            ) : null}
            <TextField
              id={`reason-${report.id}`}
              name="reason"
              label={t("hideReason")}
              maxLength={longestHideReason}
              required
            />
            <div>
              <SubmitButton
                className="btn btn-danger"
                pending={t("sending")}
                label={t("hideLabel", { name, subject: report.subject })}
              >
                {t("hideAction", { subject: report.subject })}
              </SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
        <ActionForm action={actions.dismiss} hidden={hidden}>
          <SubmitButton
            className="btn btn-secondary"
            pending={t("sending")}
            label={t("dismissLabel", { name })}
          >
            {t("dismiss")}
          </SubmitButton>
        </ActionForm>
        <ActionForm action={actions.close} hidden={hidden}>
          <SubmitButton
            className="btn btn-secondary"
            pending={t("sending")}
            label={t("closeLabel", named(name))}
          >
            {t("close")}
          </SubmitButton>
        </ActionForm>
      </div>
    </>
  );
}
