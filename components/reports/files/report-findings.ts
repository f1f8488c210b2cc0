import type { getTranslations } from "next-intl/server";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Figure, MeasureKey, Report } from "@/lib/reports/figures/schema";

export type FileWording = {
  t: Awaited<ReturnType<typeof getTranslations<"reportFiles">>>;
  locale: Locale;
};

/** What the figures of the network say, a sentence each; what is withheld has none. */
export function findingSentences(
  report: Report,
  partName: (figure: Figure) => string | null,
  { t, locale }: FileWording,
): string[] {
  const ofNetwork = report.figures.filter(({ place, value }) => place === null && value !== null);
  const told = (key: MeasureKey) =>
    ofNetwork.find(({ indicator, measure, part }) => `${indicator}.${measure}` === key && !part);
  const count = (key: MeasureKey) => told(key)?.value ?? null;
  const share = (key: MeasureKey) => shareOf(told(key), locale);
  const [persons, days] = [count("uniqueUsers.persons"), count("personDays.days")];
  const [occupied, booked] = [share("realOccupancy.slots"), share("bookedOccupancy.slots")];
  const [held, wanted] = [count("events.held"), count("refusedDemand.places")];
  const newcomers = count("newUsers.persons");
  const home = ofNetwork.find(
    ({ part }) => part?.kind === "residence" && part.line.kind !== "rest",
  );
  return [
    persons !== null && t("findings.persons", { persons }),
    days !== null && t("findings.days", { count: days, days: formatNumber(days, locale) }),
    occupied && booked && t("findings.occupied", { occupied, booked }),
    newcomers !== null && t("findings.newcomers", { newcomers }),
    home && t("findings.home", { place: partName(home) ?? "", persons: home.value ?? 0 }),
    wanted !== null && t("findings.wanted", { wanted }),
    held !== null && t("findings.held", { held }),
  ].filter((sentence) => typeof sentence === "string");
}

function shareOf(figure: Figure | undefined, locale: Locale): string | null {
  if (!figure || figure.value === null || !figure.of) return null;
  return formatShare(figure.value / figure.of, locale);
}
