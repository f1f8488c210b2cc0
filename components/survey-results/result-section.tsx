import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

type ResultSectionProps = {
  id: string;
  title: string;
  lead?: string | undefined;
  /** Respondents it is counted of; null = said in the table itself. */
  base: number | null;
  /** Its answers are of an earlier batch than the others. */
  isOlder: boolean;
  children: ReactNode;
};

/** One chart with its table: the question, the figures, their base and what they are not. */
export async function ResultSection({
  id,
  title,
  lead,
  base,
  isOlder,
  children,
}: ResultSectionProps) {
  const t = await getTranslations("surveyResults");
  return (
    <div className="result">
      <h3 id={id}>{title}</h3>
      {lead ? <p className="muted mt-2 mb-4 max-w-measure">{lead}</p> : null}
      {children}
      <p className="small muted mt-2">
        {base === null ? null : `${t("base", { count: base })} `}
        {t("caveat")}
        {isOlder ? ` ${t("older")}` : null}
      </p>
    </div>
  );
}
