import { MapPin } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/core/locale";
import type { Space } from "@/lib/spaces/queries";
import { localized } from "./localized";

/** Where it is, how one comes, and who can get in. */
export async function WayThere({ space, locale }: { space: Space; locale: Locale }) {
  const t = await getTranslations("spaces");
  return (
    <Section id="venir" title={t("coming")}>
      <p className="flex gap-3">
        <MapPin className="mt-1 text-river" size={20} strokeWidth={1.75} aria-hidden />
        <span>
          <b className="block">{space.street}</b>
          {space.postalCode} {space.commune.name}
          <span className="muted mt-1 block">{localized(space.texts.access, locale)}</span>
        </span>
      </p>
      <h3 className="mt-6 mb-1">{t("accessibility")}</h3>
      <p className="max-w-measure">{localized(space.texts.accessibility, locale)}</p>
    </Section>
  );
}
