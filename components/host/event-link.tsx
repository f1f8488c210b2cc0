import type { RoomEvent } from "@/lib/events/rooms/queries";
import type { Wording } from "./entry-words";

type EventLinkProps = {
  event: RoomEvent | undefined;
  wording: Wording;
  /** In the grid, it is a stop of its own. */
  isStop?: boolean;
};

/** From the room an event holds to the event, beside the booking that moves or cancels it. */
export function EventLink({ event, wording: { t }, isStop = false }: EventLinkProps) {
  if (!event) return null;
  return (
    <a
      {...(isStop ? { "data-stop": true } : {})}
      className="week-event"
      href={`/hote/${event.spaceSlug}/evenements/${event.slug}/modifier`}
    >
      {t("week.open")}
      <span className="sr-only"> {t("week.event", { title: event.title })}</span>
    </a>
  );
}
