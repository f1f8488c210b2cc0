import { getLocale, getTranslations } from "next-intl/server";
import { Avatar } from "@/components/members/avatar";
import { Section } from "@/components/ui/section";
import { formatMinute } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { EventView } from "@/lib/events/queries";

/** The steps of the day, by the hour; nothing when none is written. */
export async function EventProgramme({ programme }: Pick<EventView, "programme">) {
  if (programme.length === 0) return null;
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const steps = [...programme].sort((a, b) => a.minute - b.minute);
  return (
    <Section id="deroule" title={t("programme")} className="mt-10">
      <ol className="event-programme">
        {steps.map(({ minute, text }) => (
          <li key={`${minute} ${text}`}>
            <b className="num">{formatMinute(minute, localeOf(language))}</b>
            <span>{text}</span>
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
