import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgendaRows } from "@/components/events/agenda-rows";
import { Mark } from "@/components/illustrations/mark";
import { dayOf } from "@/lib/core/day";
import { listAgenda } from "@/lib/events/listings/queries";
import { addressOfAgenda, readAgendaSearch } from "@/lib/events/listings/rules";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";

type Props = { searchParams: Promise<Partial<Record<string, string | string[]>>> };

/** What a page of somebody else's has room for. */
const mostShown = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("title"), robots: { index: false } };
}

/** The agenda inside the page of a partner: nobody is known there, and every link opens beside it. */
export default async function FramedAgendaPage({ searchParams }: Props) {
  const at = now();
  const search = readAgendaSearch(await searchParams, dayOf(at, networkTimeZone));
  const [{ events }, t] = await Promise.all([
    listAgenda({ ...search, page: 1 }, at),
    getTranslations("events"),
  ]);
  const { space, theme } = search;
  const whole = addressOfAgenda({
    ...readAgendaSearch({}, dayOf(at, networkTimeZone)),
    space,
    theme,
  });
  return (
    <div className="survey-frame">
      <p className="survey-frame-head">
        <span className="logo">
          <Mark />
          Cowloting
        </span>
        <span className="small muted">{t("agenda.framed.note")}</span>
      </p>
      <div className="px-5">
        <h1 className="my-4 text-h2">{t("title")}</h1>
        {events.length > 0 ? (
          <AgendaRows events={events.slice(0, mostShown)} at={at} level="h2" isFramed />
        ) : (
          <p>{t("agenda.framed.none")}</p>
        )}
      </div>
      <p className="survey-frame-foot small">
        <a href={whole} target="_blank" rel="noopener">
          {t("agenda.framed.whole")}
        </a>
      </p>
    </div>
  );
}
