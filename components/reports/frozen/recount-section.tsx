import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { Section } from "@/components/ui/section";
import type { FormAction } from "@/lib/core/form-state";
import { formatDate } from "@/lib/core/format";
import { measureKeyOf, type Report } from "@/lib/reports/figures/schema";
import type { Difference, Recount } from "@/lib/reports/frozen-reports/schema";
import { type FigureWords, getFigureWords } from "../figure-words";
import { PrepareForm } from "../files/prepare-form";

type Props = {
  id: string;
  /** Not asked for, and asked for but too long to be counted while the page waits. */
  recount: Recount | "not_asked" | "too_long";
  report: Report;
  prepare: FormAction;
};

/** Counts a signed report anew when asked, and says that it is identical or what differs, and why. */
export async function RecountSection({ id, recount, report, prepare }: Props) {
  const [t, words] = await Promise.all([getTranslations("frozenReports"), getFigureWords()]);
  if (recount === "too_long") {
    return (
      <Section id="recompter" title={t("recountTitle")}>
        <p className="max-w-measure">{t("recountLong")}</p>
        <PrepareForm action={prepare} range={report.range} isLong />
      </Section>
    );
  }
  if (recount === "not_asked") {
    return (
      <Section id="recompter" title={t("recountTitle")}>
        <p className="muted -mt-3 mb-4 max-w-measure">{t("recountLead")}</p>
        <a
          className="btn btn-secondary no-print"
          href={`/pilotage/rapports/${id}?recompter=1#recompter`}
        >
          {t("recount")}
        </a>
      </Section>
    );
  }
  const day = formatDate(recount.countedAt, words.locale);
  return (
    <Section id="recompter" title={t("recountTitle")}>
      <Message tone={recount.isIdentical ? "ok" : "warn"} role="status">
        {recount.isIdentical
          ? t("identical", { day })
          : t("different", { day, count: recount.differences.length })}
      </Message>
      {recount.changed.length > 0 ? (
        <>
          <p className="mt-4">{t("changed")}</p>
          <ul className="list">
            {recount.changed.map((reason) => (
              <li key={reason}>{t(`reasons.${reason}`)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {recount.isIdentical ? null : (
        <DifferenceTable differences={recount.differences} report={report} words={words} />
      )}
    </Section>
  );
}

type TableProps = { differences: Difference[]; report: Report; words: FigureWords };

async function DifferenceTable({ differences, report, words }: TableProps) {
  const t = await getTranslations("frozenReports");
  const names = new Map(report.places.map(({ id, name }) => [id, name]));
  const told = (side: Difference["kept"], figure: Difference["figure"]) =>
    side === null ? t("absent") : words.value({ ...figure, ...side });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("differences")}>
      <table className="table min-w-[40rem]">
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("where")}</th>
            <th scope="col" className="end">
              {t("kept")}
            </th>
            <th scope="col" className="end">
              {t("countedNow")}
            </th>
            <th scope="col">{t("why")}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ figure, kept, counted, reasons }) => (
            <tr key={`${measureKeyOf(figure)} ${figure.place} ${JSON.stringify(figure.part)}`}>
              <th scope="row">
                {words.measure(figure)}
                <span className="small muted block">{words.part(figure)}</span>
              </th>
              <td>{figure.place === null ? t("network") : (names.get(figure.place) ?? "")}</td>
              <td className="end">{told(kept, figure)}</td>
              <td className="end">{told(counted, figure)}</td>
              <td>
                {reasons.map((reason) => (
                  <span key={reason} className="block">
                    {t(`reasons.${reason}`)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
