import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

type ResultSectionProps = {
  id: string;
  title: string;
  lead?: string | undefined;
  /** Respondents it is counted of, or why that is not told. */
  base: number | "ofWishes" | "severalEach" | "desksDeduced";
  /** Its lines leave some who answered to wait. */
  isWaiting?: boolean;
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
  isWaiting = false,
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
        {typeof base === "number" ? t("base", { count: base }) : t(`noBase.${base}`)} {t("caveat")}
        {isWaiting && !isOlder ? ` ${t("waiting")}` : null}
        {isOlder ? ` ${t("older")}` : null}
      </p>
    </div>
  );
}
