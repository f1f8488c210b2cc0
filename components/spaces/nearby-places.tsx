import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { NearbyPlace } from "@/lib/spaces/territory/queries";

/** Places around that are not ours, each with the date of what is known of it. */
export async function NearbyPlaces({ places }: { places: NearbyPlace[] }) {
  const t = await getTranslations("spaces");
  return (
    <Section id="autour-hors-reseau" title={t("nearby")}>
      <p className="muted mb-4 max-w-measure">{t("nearbyLead")}</p>
      <ul className="rows">
        {places.map((place) => (
          <li key={place.id}>
            <div>
              <h3 className="text-h4">
                {place.communeName}, {place.name}
              </h3>
              <p className="small muted">
                {place.address}
                {place.address && place.note ? " · " : null}
                {place.note}
              </p>
            </div>
            <p className="micro muted">
              {t("nearbySource", { source: place.sourceTitle, date: place.sourceDate })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
