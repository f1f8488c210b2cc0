import { getTranslations } from "next-intl/server";
import { roadHypotheses } from "@/lib/core/distance";

/** How the distances above are estimated, so that nobody takes them for a route. */
export async function DistanceNote() {
  const t = await getTranslations("spaces");
  const { detourFactor, kilometresAnHour } = roadHypotheses;
  const more = Math.round((detourFactor - 1) * 100);
  return <p className="small muted mt-3">{t("distanceHow", { more, speed: kilometresAnHour })}</p>;
}
