import { getTranslations } from "next-intl/server";
import type { ListedEvent } from "@/lib/events/listings/schema";
import { AgendaRows } from "./agenda-rows";

type ComingEventsProps = {
  events: readonly ListedEvent[];
  at: Date;
  /** The one they are of, on its own page. */
  space?: { slug: string };
};

/** How many dates stand on a page that is about something else. */
export const mostComing = 3;

/** The next few dates with a way to all of them; nothing when there is none. */
export async function ComingEvents({ events, at, space }: ComingEventsProps) {
  const t = await getTranslations("events.agenda.coming");
  if (events.length === 0) return null;
  return (
    <section className="rule" aria-labelledby="agenda">
      <div className="rule-head">
        <h2 id="agenda">{t(space ? "space" : "home")}</h2>
        <a href={space ? `/evenements?lieu=${space.slug}` : "/evenements"}>
          {t(space ? "allOfSpace" : "all")}
        </a>
      </div>
      <AgendaRows events={events} at={at} />
    </section>
  );
}
