import { getLocale, getTranslations } from "next-intl/server";
import { dayOfHoursAddress } from "@/lib/bookings/addresses/rules";
import type { ByHour } from "@/lib/bookings/hours/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import type { BookingPart } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import { formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { refusalWords } from "./slot-words";

type BookingCardProps = {
  slug: string;
  timeZone: string;
  day: SpaceDay;
  today: Day;
  lastDay: Day;
  tariffs: string;
  /** What here goes by the hour, which has a page of its own. */
  byHour: ByHour;
};

/** Day and moment as native controls; the next page chooses the desk and confirms. */
export async function BookingCard({
  slug,
  timeZone,
  day,
  today,
  lastDay,
  tariffs,
  byHour,
}: BookingCardProps) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  const order: BookingPart[] = ["day", "morning", "afternoon"];
  const possible = order.find(
    (part) => !day.slots[part].refusal && day.slots[part].free.length > 0,
  );
  return (
    <form action="/reserver" method="get" className="panel grid gap-4 border-t-2 border-t-ink">
      <h2 className="text-h3">{t("bookTitle")}</h2>
      <input type="hidden" name="lieu" value={slug} />
      <div className="field">
        <label htmlFor="carte-jour">{t("whichDay")}</label>
        <input
          className="input"
          type="date"
          id="carte-jour"
          name="jour"
          min={today}
          max={lastDay}
          defaultValue={day.day}
        />
      </div>
      <fieldset>
        <legend className="mb-2">{t("whichPart")}</legend>
        {order.map((part) => {
          const { opening, free, refusal } = day.slots[part];
          const words = refusal
            ? refusalWords(refusal, day.day, locale, t)
            : t("free", { count: free.length });
          return (
            <label key={part} className="option">
              <input
                type="radio"
                name="moment"
                value={part}
                defaultChecked={part === (possible ?? "day")}
              />
              <span>
                <b>{t(part)}</b>
                <small>
                  {opening.open ? `${formatTimes(opening, timeZone, locale)} · ` : null}
                  {words}
                </small>
              </span>
            </label>
          );
        })}
      </fieldset>
      <button className="btn btn-primary btn-lg btn-wide" type="submit">
        {t("seePlaces")}
      </button>
      {byHour ? (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={dayOfHoursAddress({ slug, day: day.day })}
          >
            {t("byHour", { what: byHour })}
          </a>
        </p>
      ) : null}
      <p className="small muted">{tariffs}</p>
    </form>
  );
}
