import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { ResidenceLine } from "@/lib/reports/residences/rules";
import { residenceWords } from "./residence-words";

/** Users by commune of residence; small numbers are merged, never hidden behind a dash. */
export async function ResidenceTable({ lines }: { lines: ResidenceLine[] | null }) {
  const [t, language] = await Promise.all([getTranslations("reports"), getLocale()]);
  const locale = localeOf(language);
  if (!lines) return <p>{t("residencesNone")}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t("commune")}</th>
          <th scope="col" className="end">
            {t("users")}
          </th>
          <th scope="col" className="end">
            {t("perThousand")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.kind} ${line.name}`}>
            <th scope="row">
              {residenceWords(line, t)}
              {line.communes.length > 0 ? (
                <span className="muted block">
                  {t("aroundDetail", {
                    count: line.communes.length,
                    communes: line.communes.join(", "),
                  })}
                </span>
              ) : null}
            </th>
            <td className="end">{formatNumber(line.users, locale)}</td>
            <td className="end">
              {line.perThousand === null ? "–" : formatNumber(line.perThousand, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
