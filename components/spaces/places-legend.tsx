import { getTranslations } from "next-intl/server";

/** What the two shapes of a place in the list mean. */
export async function PlacesLegend() {
  const t = await getTranslations("spaces");
  return (
    <p className="legend only-wide">
      <span>
        <i className="swatch swatch-free" />
        {t("legendFree")}
      </span>
      <span>
        <i className="swatch" />
        {t("legendTaken")}
      </span>
    </p>
  );
}
