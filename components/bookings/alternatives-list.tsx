import { getLocale, getTranslations } from "next-intl/server";
import { DistanceNote } from "@/components/spaces/distance-note";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { localeOf } from "@/lib/core/locale";
import { alternativeLinks } from "./alternative-links";

/** Free places near a wish that cannot be had, as links already filled in; nothing when there is none. */
export async function AlternativesList({ alternatives }: { alternatives: Alternative[] }) {
  const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  if (alternatives.length === 0) return null;
  return (
    <div>
      <p className="font-bold">{t("alternatives")}</p>
      <ul className="mt-1 grid gap-1">
        {alternativeLinks(alternatives, localeOf(language), t).map(({ href, label }) => (
          <li key={href}>
            <a className="inline-flex min-h-11 items-center" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      {alternatives.some(({ differs }) => differs === "space") ? <DistanceNote /> : null}
    </div>
  );
}
