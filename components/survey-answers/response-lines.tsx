import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ResponseLine } from "@/lib/surveys/raw-answers/queries";

type ResponseLinesProps = {
  lines: ResponseLine[];
  total: number;
  page: number;
  ofPage: number;
  slug: string;
  locale: Locale;
};

/** Responses a page at a time, nothing of what they say: opening one is what the journal notes. */
export async function ResponseLines(props: ResponseLinesProps) {
  const t = await getTranslations("surveyAnswers");
  const { lines, total, page, ofPage, slug, locale } = props;
  const address = `/pilotage/enquete/reponses?campagne=${slug}`;
  const isLast = page * ofPage >= total;
  return (
    <Section
      id="reponses"
      title={t("answers", { count: total })}
      aside={<a href={`/pilotage/enquete/textes?campagne=${slug}`}>{t("toTexts")}</a>}
    >
      <p className="muted mb-4 max-w-measure">{t("journalled")}</p>
      {lines.length === 0 ? <p className="muted">{t("none")}</p> : null}
      <ol className="roles" start={(page - 1) * ofPage + 1}>
        {lines.map(({ id, day, entryMode, source }, index) => {
          const number = (page - 1) * ofPage + index + 1;
          return (
            <li key={id} className="role">
              <div className="role-who">
                <b>{t("number", { number })}</b>
                <span className="small muted">
                  {t(`entry.${entryMode}`, { day: formatDay(day, locale), source })}
                </span>
              </div>
              <a href={`/pilotage/enquete/reponses/${id}`} aria-label={t("readNumber", { number })}>
                {t("read")}
              </a>
            </li>
          );
        })}
      </ol>
      <p className="mt-4 flex flex-wrap gap-4">
        {page > 1 ? <a href={`${address}&page=${page - 1}`}>{t("before")}</a> : null}
        {isLast ? null : <a href={`${address}&page=${page + 1}`}>{t("after")}</a>}
      </p>
    </Section>
  );
}
