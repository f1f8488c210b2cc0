import { getTranslations } from "next-intl/server";
import { type Figure, measureKeyOf, type Report } from "@/lib/reports/figures/schema";
import { numberOf } from "@/lib/reports/indicators/catalogue/rules";
import { type FigureWords, getFigureWords } from "../figure-words";

/** Every number of a report, in the order of the indicators, the network before each place. */
export async function FrozenTable({ report }: { report: Report }) {
  const [t, indicators, words] = await Promise.all([
    getTranslations("frozenReports"),
    getTranslations("indicators"),
    getFigureWords(),
  ]);
  const names = new Map(report.places.map(({ id, name }) => [id, name]));
  const byIndicator = Map.groupBy(report.figures, ({ indicator }) => indicator);
  return [...byIndicator].map(([indicator, figures]) => (
    <details key={indicator} className="fold" open={figures.length < 12}>
      <summary>
        {numberOf(indicator)}. {indicators(`list.${indicator}.name`)}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={indicators(`list.${indicator}.name`)}>
        <table className="table min-w-[34rem]">
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("where")}</th>
              <th scope="col" className="end">
                {t("howMuch")}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <FigureRow
                key={`${measureKeyOf(figure)} ${figure.place} ${JSON.stringify(figure.part)}`}
                figure={figure}
                place={figure.place === null ? t("network") : (names.get(figure.place) ?? "")}
                words={words}
              />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  ));
}

type RowProps = { figure: Figure; place: string; words: FigureWords };

function FigureRow({ figure, place, words }: RowProps) {
  const [part, base, why, without] = [
    words.part(figure),
    words.base(figure),
    words.withheld(figure),
    words.without(figure),
  ];
  return (
    <tr>
      <th scope="row">
        {words.measure(figure)}
        {part ? <span className="small muted block">{part}</span> : null}
      </th>
      <td>{place}</td>
      <td className="end">
        {words.value(figure)}
        {base ? <span className="small muted block">{base}</span> : null}
        {why ? <span className="small muted block">{why}</span> : null}
        {without ? <span className="small muted block">{without}</span> : null}
      </td>
    </tr>
  );
}
