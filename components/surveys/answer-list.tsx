import { getTranslations } from "next-intl/server";

export type AnswerLine = {
  id: string;
  label: string;
  lines: string[];
  /** What keeps it from being sent. */
  problem: string | null;
};
export type AnswerSection = {
  id: string;
  title: string;
  /** Where it is changed; null once nothing can be. */
  href: string | null;
  answers: AnswerLine[];
};

/** All that was answered, in words, as it will be sent. */
export async function AnswerList({ sections }: { sections: AnswerSection[] }) {
  const t = await getTranslations("survey");
  return (
    <div className="survey-review">
      {sections.map(({ id, title, href, answers }) => (
        <section key={id} aria-labelledby={`partie-${id}`}>
          <div className="rule-head">
            <h2 id={`partie-${id}`}>{title}</h2>
            {href ? (
              <a href={href} aria-label={t("review.changePart", { title })}>
                {t("review.change")}
              </a>
            ) : null}
          </div>
          <dl>
            {answers.map((answer) => (
              <div key={answer.id}>
                <dt>{answer.label}</dt>
                <dd>
                  {answer.lines.length > 0 ? (
                    answer.lines.map((line) => <p key={line}>{line}</p>)
                  ) : (
                    <p className="muted">{t("review.none")}</p>
                  )}
                  {answer.problem ? <p className="field-error">{answer.problem}</p> : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
