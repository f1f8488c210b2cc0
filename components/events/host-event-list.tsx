import { getLocale, getTranslations } from "next-intl/server";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { HostEvent, HostEvents } from "@/lib/events/hosted/queries";
import { endReasonOf } from "@/lib/events/minimums/rules";
import type { Space } from "@/lib/spaces/queries";

const parts = ["proposed", "coming", "drafts", "past"] as const;

type ListProps = {
  events: HostEvents;
  /** Whether the reader may open who is registered and who came. */
  readsPeople: boolean;
};

/** The events of a space as those who organise them work on them: what waits for an answer first. */
export async function HostEventList({ events, readsPeople }: ListProps) {
  const t = await getTranslations("eventsEdit.list");
  return parts.map((part) =>
    events[part].length === 0 ? null : (
      <Section key={part} id={part} title={t(part)} className="mt-10">
        <ul className="host-events">
          {events[part].map((event) => (
            <HostEventRow key={event.id} {...{ event, readsPeople }} space={events.space} />
          ))}
        </ul>
      </Section>
    ),
  );
}

type RowProps = { event: HostEvent; space: Space; readsPeople: boolean };

async function HostEventRow({ event, space, readsPeople }: RowProps) {
  const [t, tabs, words, language] = await Promise.all([
    getTranslations("eventsEdit.list"),
    getTranslations("eventsEdit.tabs"),
    getTranslations("events"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const base = `/hote/${space.slug}/evenements/${event.slug}`;
  const when = t("when", {
    day: capitalised(formatDay(event.day, locale), locale),
    times: formatTimes(event, space.calendar.timeZone, locale),
  });
  const where = event.place.roomName ?? event.place.address ?? words(`places.${event.place.kind}`);
  return (
    <li>
      <div>
        <p>
          <a className="font-bold" href={`${base}/modifier`}>
            {event.title}
          </a>{" "}
          {event.state === "published" ? null : (
            <Pill tone={event.state === "cancelled" || event.isLate ? "closed" : "few"}>
              {event.isLate ? t("late") : words(`states.${event.state}`)}
            </Pill>
          )}
        </p>
        <p>
          {when} · {where}
        </p>
        <p className="small muted">{(await factsOf(event, locale)).join(" · ")}</p>
      </div>
      {readsPeople && event.state === "published" ? (
        <ul>
          <li>
            <a href={`${base}/inscriptions`}>{tabs("registrations")}</a>
          </li>
          <li>
            <a href={`${base}/presence`}>{tabs("attendance")}</a>
          </li>
        </ul>
      ) : null}
    </li>
  );
}

async function factsOf(event: HostEvent, locale: "fr" | "en"): Promise<string[]> {
  const [t, words] = await Promise.all([
    getTranslations("eventsEdit.list"),
    getTranslations("events"),
  ]);
  const { capacity, held, waiting, needsRegistration, minimum } = event;
  const endReason = endReasonOf(event, (count) => words("belowMinimum", { count }));
  const isCounted = needsRegistration && capacity !== null;
  return [
    isCounted ? t("seats", { held, capacity }) : t("uncounted"),
    ...(waiting > 0 ? [t("waiting", { count: waiting })] : []),
    ...(minimum && event.state === "published"
      ? [t("minimum", { count: minimum.people, day: formatDay(minimum.day, locale) })]
      : []),
    ...(event.seriesId ? [t("series")] : []),
    ...(endReason ? [endReason] : []),
  ];
}
