import { getLocale, getTranslations } from "next-intl/server";
import { refusalWords } from "@/components/spaces/slot-words";
import { Message } from "@/components/ui/message";
import type { HourStart, HoursOfDay } from "@/lib/bookings/hours/rules";
import { formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type StartChoiceProps = {
  hours: HoursOfDay;
  timeZone: string;
  chosen: HourStart | null;
  address: (start: HourStart) => string;
  /** Where a taken start is waited for; null where it cannot be. */
  waitAddress: (start: HourStart) => string | null;
};

/** Start times of the day as links, those taken said so: they lead to waiting, where one may wait. */
export async function StartChoice(props: StartChoiceProps) {
  const { hours, timeZone, chosen, address, waitAddress } = props;
  const [t, spaces, language] = await Promise.all([
    getTranslations("hours"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  if (hours.refusal) {
    const reason = refusalWords(hours.refusal, hours.day, locale, spaces);
    return <Message tone="warn">{t("nothing", { reason })}</Message>;
  }
  const isFull = hours.starts.every((start) => start.longestMinutes === 0);
  return (
    <section aria-labelledby="depart">
      {isFull ? (
        <div className="mb-6">
          <Message tone="warn">{t("full")}</Message>
        </div>
      ) : null}
      <h2 id="depart" className="mb-3 text-h3">
        {t("chooseStart")}
      </h2>
      <ul className="start-grid">
        {hours.starts.map((start) => {
          const time = formatTime(start.startsAt, timeZone, locale);
          const until = new Date(start.startsAt.getTime() + start.longestMinutes * 60_000);
          return (
            <li key={start.startsAt.toISOString()}>
              {start.longestMinutes === 0 ? (
                <TakenStart time={time} address={waitAddress(start)} t={t} />
              ) : (
                <a
                  className="choice"
                  href={address(start)}
                  aria-current={start === chosen ? "time" : undefined}
                >
                  <b>{time}</b>
                  <span className="small">
                    {t("until", { time: formatTime(until, timeZone, locale) })}
                  </span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type TakenStartProps = {
  time: string;
  address: string | null;
  t: Awaited<ReturnType<typeof getTranslations<"hours">>>;
};

function TakenStart({ time, address, t }: TakenStartProps) {
  return address === null ? (
    <span className="choice choice-taken">
      <b>{time}</b>
      <span className="small">{t("taken")}</span>
    </span>
  ) : (
    <a className="choice choice-taken" href={address}>
      <b>{time}</b>
      <span className="small">{t("takenWait")}</span>
    </a>
  );
}
