import { getLocale, getTranslations } from "next-intl/server";
import { formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { ageOfFacts } from "@/lib/reports/facts/rules";
import { networkTimeZone } from "@/lib/spaces/schema";

type Props = { upToDateAt: Date | null; at: Date };

/** Says as of when figures of months are right, where that is not now; nothing otherwise. */
export async function FactsAge({ upToDateAt, at }: Props) {
  const age = ageOfFacts(upToDateAt, at);
  if (age === "fresh") return null;
  const [t, language] = await Promise.all([getTranslations("reports"), getLocale()]);
  if (!upToDateAt) return <p className="muted">{t("uncounted")}</p>;
  const time = formatTime(upToDateAt, networkTimeZone, localeOf(language));
  return <p className="muted">{t("upToDateAt", { time })}</p>;
}
