import { getTranslations } from "next-intl/server";
import type { Figure } from "@/lib/reports/figures/schema";
import type { ComparisonWords } from "./comparison-words";

/** What of a family nothing collects yet, and why: never a zero. */
export async function MissingFigures({
  figures,
  words,
}: {
  figures: Figure[];
  words: ComparisonWords;
}) {
  const [t, indicators] = await Promise.all([
    getTranslations("reportScreens"),
    getTranslations("indicators"),
  ]);
  if (figures.length === 0) return null;
  return (
    <div className="report-missing">
      <h3>{t("missing")}</h3>
      <dl className="terms">
        {figures.map((figure) => (
          <div key={`${figure.indicator} ${figure.measure}`}>
            <dt>
              <a href={`/pilotage/definitions#${figure.indicator}`}>
                {words.figures.measure(figure)}
              </a>
            </dt>
            <dd>{figure.because ? indicators(`reasons.${figure.because}`) : null}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
