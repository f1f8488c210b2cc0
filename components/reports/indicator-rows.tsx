import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { numberOf } from "@/lib/reports/indicators/catalogue/rules";
import type { IndicatorId } from "@/lib/reports/indicators/schema";

type IndicatorRowsProps = { id: IndicatorId; columns: number; children: ReactNode };

/** The rows of one indicator under its name, which leads to its definition, and its base. */
export async function IndicatorRows({ id, columns, children }: IndicatorRowsProps) {
  const [t, words] = await Promise.all([
    getTranslations("reportScreens"),
    getTranslations(`indicators.list.${id}`),
  ]);
  return (
    <tbody>
      <tr className="report-indicator">
        <th scope="rowgroup" colSpan={columns}>
          <div>
            <a href={`/pilotage/definitions#${id}`}>
              {numberOf(id)}. {words("name")}
            </a>
            <span className="small muted">{t("base", { words: words("base") })}</span>
          </div>
        </th>
      </tr>
      {children}
    </tbody>
  );
}
