import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf, homeTimeZone } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { VersionView } from "@/lib/surveys/versions/schema";

type HistoryProps = { view: VersionView; hidden: Record<string, string>; restore: FormAction };

/** What was edited, the last first, each with the way back to before it; and to the version before. */
export async function History({ view, hidden, restore }: HistoryProps) {
  const [t, journal, language] = await Promise.all([
    getTranslations("questionnaires"),
    getTranslations("journal"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { version, history, others } = view;
  const before = others.find((each) => each.version < version);
  if (history.length === 0 && !before) return <p>{t("history.none")}</p>;
  return (
    <ActionForm action={restore} hidden={hidden}>
      <ul className="rows">
        {history.map(({ revision, kind, editedAt }, index) => {
          const day = formatDay(dayOf(editedAt, homeTimeZone), locale);
          const when = t("history.when", { day, time: formatTime(editedAt, homeTimeZone, locale) });
          const what = journal(`actions.questionnaire.${kind}`);
          return (
            <li key={revision}>
              <span>
                {what}
                <span className="small muted block">{when}</span>
              </span>
              <SubmitButton
                name="back"
                value={`${version} ${revision - 1}`}
                className="btn btn-quiet"
                pending={t("saving")}
                label={t("history.backTo", { what, when })}
              >
                {t(index === 0 ? "history.undo" : "history.back")}
              </SubmitButton>
            </li>
          );
        })}
        {before ? (
          <li>
            <span>{t("history.before", { version: before.version })}</span>
            <SubmitButton
              name="back"
              value={String(before.version)}
              className="btn btn-quiet"
              pending={t("saving")}
            >
              {t("history.restore", { version: before.version })}
            </SubmitButton>
          </li>
        ) : null}
      </ul>
    </ActionForm>
  );
}
