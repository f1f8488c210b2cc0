import { getTranslations } from "next-intl/server";
import type { PackRow } from "./pack-table";

/** A funder's lines with the figures that answer them, as a table that scrolls in its own frame. */
export async function PackLines({ caption, rows }: { caption: string; rows: PackRow[] }) {
  const t = await getTranslations("reportFiles.packs.columns");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" aria-label={caption} tabIndex={0}>
      <table className="table pack-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("wording")}</th>
            <th scope="col">{t("of")}</th>
            <th scope="col">{t("value")}</th>
            <th scope="col">{t("note")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.reference ? <span className="muted">{row.reference} </span> : null}
                {row.wording}
              </th>
              <td>{row.of}</td>
              <td className={row.isTold ? "num" : "muted"}>
                {row.value} {row.isTold ? <span className="small">{row.unit}</span> : null}
              </td>
              <td className="small">
                {row.note}
                {row.indicator ? <span className="muted block">{row.indicator}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
