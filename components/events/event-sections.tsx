import { getLocale, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/members/avatar";
import { Section } from "@/components/ui/section";
import { dayOf, daysBetween, wallMinuteOf } from "@/lib/core/day";
import { formatMinute } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { programmeInOrder } from "@/lib/events/programmes/rules";
import type { EventView } from "@/lib/events/queries";
import { writtenIn } from "./event-words";

/** The steps of the day, by the hour; nothing when none is written. */
export async function EventProgramme({ event }: { event: EventView }) {
  const { programme, day, startsAt, endsAt, space } = event;
  if (programme.length === 0) return null;
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const [startMinute, lastMinute] = [startsAt, endsAt].map((at) =>
    wallMinuteOf(at, space.timeZone),
  );
  const nights = daysBetween(day, dayOf(endsAt, space.timeZone));
  const hours = { startMinute: startMinute ?? 0, endMinute: (lastMinute ?? 0) + 1_440 * nights };
  const steps = programmeInOrder(programme, hours);
  return (
    <Section id="deroule" title={t("programme")} className="mt-10">
      <ol className="event-programme">
        {steps.map(({ minute, text }) => (
          <li key={`${minute} ${text}`}>
            <b className="num">{formatMinute(minute, localeOf(language))}</b>
            <span {...writtenIn(event.language, localeOf(language))}>{text}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Who leads it: by the name they go by, and what they say of themselves. */
export async function EventSpeakers({ speakers }: Pick<EventView, "speakers">) {
  if (speakers.length === 0) return null;
  const t = await getTranslations("events");
  return (
    <Section id="avec" title={t("with")} className="mt-10">
      <ul className="event-people">
        {speakers.map(({ id, name, words }) => (
          <li key={id}>
            <Avatar id={id} name={name} photo={null} />
            <div>
              <h3 className="text-h3">{name}</h3>
              {words ? <p className="muted">{words}</p> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
