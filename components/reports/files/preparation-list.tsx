import { getLocale, getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/core/day";
import { capitalised, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { fileFormats } from "@/lib/reports/files/schema";
import type { Preparation } from "@/lib/reports/preparations/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { periodWords } from "../period-words";
import { dayWords } from "./report-document";
import type { FileWording } from "./report-findings";

type PreparationListProps = {
  preparations: Preparation[];
  /** The page as it is, without a fragment: a browser then asks for it again. */
  refresh: string;
};

/** What was asked for: how far it is, and its files once it is done. Read again by a link, or by itself. */
export async function PreparationList({ preparations, refresh }: PreparationListProps) {
  const [t, screens, language] = await Promise.all([
    getTranslations("reportFiles"),
    getTranslations("reportScreens"),
    getLocale(),
  ]);
  const wording = { t, screens, locale: localeOf(language) };
  const isUnderWay = preparations.some(({ state }) => state === "waiting" || state === "running");
  return (
    <Section
      id="prepares"
      title={t("prepared.title")}
      aside={
        isUnderWay ? (
          <a className="btn btn-quiet no-print" href={refresh}>
            {t("prepared.refresh")}
          </a>
        ) : null
      }
    >
      {isUnderWay ? <LiveRefresh address="/pilotage/rapport/exports/version" seconds={5} /> : null}
      {preparations.length === 0 ? (
        <EmptyState title={t("prepared.none")}>
          <p>{t("prepared.noneNext")}</p>
        </EmptyState>
      ) : (
        <ul className="preparations">
          {preparations.map((preparation) => (
            <li key={preparation.id} id={preparation.id}>
              <PreparationLine preparation={preparation} wording={wording} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Wording = FileWording & {
  screens: Awaited<ReturnType<typeof getTranslations<"reportScreens">>>;
};
type LineProps = { preparation: Preparation; wording: Wording };

function PreparationLine({ preparation, wording: { t, screens, locale } }: LineProps) {
  const { range, state, done, total, askedAt, askedBy, expiresAt } = preparation;
  const asked = {
    day: dayWords(dayOf(askedAt, networkTimeZone), locale),
    time: formatTime(askedAt, networkTimeZone, locale),
    who: askedBy ?? "",
    isOwn: String(askedBy === null),
  };
  return (
    <>
      <h3>{capitalised(periodWords(range, locale, screens), locale)}</h3>
      <p className="small muted">{t("prepared.asked", asked)}</p>
      <p>{t(`prepared.states.${state}`, { done, total })}</p>
      {state === "running" || state === "waiting" ? (
        <progress value={done} max={total} aria-label={t("prepared.progress")} />
      ) : null}
      {state === "done" ? <PreparedFiles preparation={preparation} t={t} /> : null}
      {state === "done" ? (
        <p className="small muted">
          {t("prepared.until", { day: dayWords(dayOf(expiresAt, networkTimeZone), locale) })}
        </p>
      ) : null}
    </>
  );
}

function PreparedFiles({
  preparation: { id },
  t,
}: {
  preparation: Preparation;
  t: FileWording["t"];
}) {
  const address = (file: string) => `/pilotage/rapport/exports/${id}/${file}`;
  return (
    <ul className="prepared-files">
      <li>
        <a className="btn btn-primary" href={address("zip")} download>
          {t("prepared.zip")}
        </a>
      </li>
      {fileFormats.map((format) => (
        <li key={format}>
          <a className="btn btn-quiet" href={address(format)} download>
            {t(`formats.${format}.name`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
