import { getTranslations } from "next-intl/server";
import { DemandMap } from "@/components/map/demand-map";
import { ExploreDemand } from "@/components/map/explore-demand";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";

type Props = { diagnosis: Pick<Diagnosis, "demand" | "names">; locale: Locale };

/** The demand on the map; its table stands beside it with the very same lines. */
export async function DemandDrawing({ diagnosis, locale }: Props) {
  const t = await getTranslations("diagnosis");
  const { demand, names } = diagnosis;
  if (demand.length === 0) return null;
  const highest = Math.max(...demand.map(({ value }) => value));
  const days = (value: number) => formatNumber(Math.round(value), locale);
  const lines = demand.map(({ communes, value }) => ({
    communes,
    level: highest > 0 ? Math.max(1, Math.ceil((4 * value) / highest)) : 1,
    words: days(value),
    label: t("map.commune", {
      name: communes.map((each) => names.get(each) ?? each).join(", "),
      days: days(value),
    }),
  }));
  const together = demand.filter(({ communes }) => communes.length > 1);
  return (
    <div className="mb-5">
      <ExploreDemand
        lines={lines}
        labels={{
          explore: t("map.explore"),
          hint: t("map.hint"),
          loading: t("map.loading"),
          failed: t("map.failed"),
          leave: t("map.leave"),
          map: t("map.moving"),
          zoomIn: t("map.zoomIn"),
          zoomOut: t("map.zoomOut"),
          attribution: t("map.attribution"),
        }}
      >
        <DemandMap title={t("map.title")} attribution={t("map.attribution")} lines={lines} />
      </ExploreDemand>
      <ul className="small muted">
        {together.map(({ communes, value }) => (
          <li key={communes.join()}>{t("map.together", { days: days(value) })}</li>
        ))}
        <li>{t("map.none")}</li>
      </ul>
    </div>
  );
}
