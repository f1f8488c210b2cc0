import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";

type EventNoteProps = {
  event: { slug: string; spaceSlug: string; title: string; registered: number } | undefined;
};

/** On the booking of a room that an event holds: what becomes of the event with it, and the way to it. */
export async function EventNote({ event }: EventNoteProps) {
  if (!event) return null;
  const t = await getTranslations("board.booking");
  return (
    <Message tone="info">
      <p>
        <b>{t("eventTitle")}</b>
      </p>
      <p>
        {t("eventLead")} {t("eventPeople", { count: event.registered })}
      </p>
      <p>
        <a href={`/hote/${event.spaceSlug}/evenements/${event.slug}/modifier`}>
          {t("eventLink", { title: event.title })}
        </a>
      </p>
    </Message>
  );
}
