import { getTranslations } from "next-intl/server";
import type { FigureWords } from "@/components/reports/figure-words";
import { measuresOf } from "@/lib/reports/figures/schema";
import { catalogue, numberOf } from "@/lib/reports/indicators/catalogue/rules";
import type { IndicatorId } from "@/lib/reports/indicators/schema";

/** One indicator in words: what it is, of what, what it is not, its numbers, and what of it is not collected yet. */
export async function IndicatorDefinition({
  id,
  figures,
}: {
  id: IndicatorId;
  figures: FigureWords;
}) {
  const [t, words] = await Promise.all([
    getTranslations("indicators"),
    getTranslations(`indicators.list.${id}`),
  ]);
  const { missing, missingPart, isOfWholeMonths } = catalogue[id];
  return (
    <article id={id} className="indicator" aria-labelledby={`${id}-name`}>
      <p className="indicator-number" aria-hidden>
        {numberOf(id)}
      </p>
      <div className="indicator-words">
        <h3 id={`${id}-name`}>{words("name")}</h3>
        <p>{words("definition")}</p>
        <dl className="terms">
          <div>
            <dt>{t("base")}</dt>
            <dd>{words("base")}</dd>
          </div>
          <div>
            <dt>{t("not")}</dt>
            <dd>{words("not")}</dd>
          </div>
          <div>
            <dt>{t("numbers")}</dt>
            <dd>
              {measuresOf[id]
                .map((measure) => figures.measure({ indicator: id, measure }))
                .join(" · ")}
            </dd>
          </div>
          {isOfWholeMonths ? (
            <div>
              <dt>{t("wholeMonths")}</dt>
              <dd>{t("wholeMonthsWhy")}</dd>
            </div>
          ) : null}
          {missing ? (
            <div>
              <dt className="indicator-missing">{t("missing")}</dt>
              <dd>{t(`reasons.${missing}`)}</dd>
            </div>
          ) : null}
          {missingPart ? (
            <div>
              <dt className="indicator-missing">{t("partial")}</dt>
              <dd>{t(`reasons.${missingPart}`)}</dd>
            </div>
          ) : null}
        </dl>
      </div>
    </article>
  );
}
