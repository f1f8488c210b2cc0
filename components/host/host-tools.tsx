import { getTranslations } from "next-intl/server";
import { mondayOf } from "@/lib/bookings/weeks/rules";
import type { Day } from "@/lib/core/day";
import type { BoardWords } from "./entry-words";

type HostToolsProps = {
  slug: string;
  day: Day;
  t: BoardWords;
  /** How many reports of abuse wait. */
  reports: number;
};

/** Who waits for an answer or that day, and what is made once and printed, under the day. */
export async function HostTools({ slug, day, t, reports }: HostToolsProps) {
  const abuse = await getTranslations("abuseReports.list");
  const waiting = await getTranslations("waitingList");
  const agenda = await getTranslations("agenda");
  const openings = await getTranslations("openings");
  const verbs = await getTranslations("verbs");
  const terms = await getTranslations("terms");
  const settings = await getTranslations("settings");
  const events = await getTranslations("eventsEdit.list");
  const members = await getTranslations("belonging.host");
  const entry = await getTranslations("paper.entry");
  return (
    <nav className="host-tools no-print" aria-labelledby="outils">
      <h2 id="outils">{t("tools")}</h2>
      <ul>
        <li>
          <a href={`/hote/${slug}/demandes`}>{verbs("requests.title")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/signalements`}>{abuse("tool", { count: reports })}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/attente?jour=${day}`}>{waiting("host.link")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/evenements`}>{events("title")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/membres`}>{members("title")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/horaires`}>{openings("title")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/postes`}>{terms("title")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/reglages`}>{settings("title")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/affiche`}>{t("poster")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/agenda`}>{agenda("hostTitle")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/semaine/feuille?du=${mondayOf(day)}`}>{t("sheetTool")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/enquete/saisie`}>{entry("tool")}</a>
        </li>
        <li>
          <a href={`/hote/${slug}/plan`}>{t("planTool")}</a>
        </li>
      </ul>
    </nav>
  );
}
