import { getLocale, getTranslations } from "next-intl/server";
import { bookingAddress, dayOfHoursAddress } from "@/lib/bookings/addresses/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import { stateInSlot } from "@/lib/bookings/rules";
import type { BookingPart } from "@/lib/bookings/schema";
import { dayParts, formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import type { SpaceResource } from "@/lib/spaces/queries";
import { refusalWords } from "./slot-words";

const halves: HalfDay[] = ["morning", "afternoon"];

type WeekMatrixProps = { slug: string; resources: SpaceResource[]; days: SpaceDay[] };
type Words = {
  slug: string;
  locale: Locale;
  t: Awaited<ReturnType<typeof getTranslations<"board">>>;
  spaces: Awaited<ReturnType<typeof getTranslations<"spaces">>>;
};

/** Places × half-days, free ones linked to their booking: a plain table, made a grid by GridKeys. No name in it. */
export async function WeekMatrix({ slug, resources, days }: WeekMatrixProps) {
  const [t, spaces, language] = await Promise.all([
    getTranslations("board"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const words = { slug, locale, t, spaces };
  const written = (day: SpaceDay | undefined) => (day ? formatDay(day.day, locale) : "");
  return (
    <table className="weekboard">
      <caption className="sr-only">
        {t("matrix.caption", { from: written(days[0]), until: written(days.at(-1)) })}
      </caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t("resource")}
          </th>
          {days.map(({ day }) => (
            <th key={day} scope="colgroup" colSpan={2}>
              <span aria-hidden="true">
                {dayParts(day, locale).weekday} <b>{dayParts(day, locale).date}</b>
              </span>
              <span className="sr-only">{formatDay(day, locale)}</span>
            </th>
          ))}
        </tr>
        <tr>
          {days.flatMap(({ day }) =>
            halves.map((half) => (
              <th key={`${day} ${half}`} scope="col">
                <span aria-hidden="true">{t(`week.short.${half}`)}</span>
                <span className="sr-only">{t(`parts.${half}`)}</span>
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {resources.map((resource) => (
          <tr key={resource.id}>
            <th scope="row">{resource.name}</th>
            {days.flatMap((day) =>
              resource.modes.some((mode) => mode !== "hour")
                ? partsOf(resource).map((part) => cell(resource, day, part, words))
                : hoursCell(resource, day, words),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The two half-days, or what is had whole in one cell over both. */
function partsOf({ modes }: SpaceResource): BookingPart[] {
  return modes.includes("half_day") ? halves : ["day"];
}

function cell(resource: SpaceResource, day: SpaceDay, part: BookingPart, words: Words) {
  const { slug, locale, t, spaces } = words;
  const slot = day.slots[part];
  const colSpan = part === "day" ? 2 : 1;
  const state = stateInSlot(slot, resource.id);
  const why = slot.refusal ? refusalWords(slot.refusal, day.day, locale, spaces) : null;
  const place = [resource.name, formatDay(day.day, locale), t(`parts.${part}`)].join(", ");
  if (state === "free" && !slot.refusal) {
    return (
      <td key={`${day.day} ${part}`} colSpan={colSpan} className="week-free">
        <a
          data-stop
          className="week-empty week-bookable"
          href={bookingAddress({ slug, day: day.day, part, resource })}
          aria-label={t(resource.needsApproval ? "matrix.ask" : "matrix.book", {
            words: `${place}, ${t("matrix.free")}`,
          })}
        >
          {t("matrix.free")}
        </a>
      </td>
    );
  }
  const isClosed = slot.refusal?.refusal === "space_closed";
  return (
    <td
      key={`${day.day} ${part}`}
      colSpan={colSpan}
      className={isClosed ? "week-closed" : "week-none"}
    >
      <span data-stop className="week-empty">
        <span aria-hidden="true">
          {slot.refusal ? shortOf(slot.refusal.refusal, words) : t(shortStates[state])}
        </span>
        <span className="sr-only">{`${place}, ${why ?? t(`matrix.${state}`)}`}</span>
      </span>
    </td>
  );
}

const shortStates = {
  free: "matrix.free",
  taken: "matrix.taken",
  unavailable: "matrix.unavailableShort",
} as const;

/** What goes by the hour alone: a way to its hours of that day, while any are to come. */
function hoursCell(resource: SpaceResource, day: SpaceDay, words: Words) {
  const { slug, locale, t, spaces } = words;
  const { morning, afternoon } = day.slots;
  const on = formatDay(day.day, locale);
  if ([morning, afternoon].some(({ opening, refusal: no }) => opening.open && !no)) {
    return (
      <td key={day.day} colSpan={2} className="week-hours">
        <a
          data-stop
          className="week-empty"
          href={dayOfHoursAddress({ slug, day: day.day, resource })}
          aria-label={t("matrix.byHourLabel", { resource: resource.name, day: on })}
        >
          {t("matrix.byHour")}
        </a>
      </td>
    );
  }
  const refusal = afternoon.refusal ?? morning.refusal;
  const why = refusal ? refusalWords(refusal, day.day, locale, spaces) : t("matrix.unavailable");
  return (
    <td
      key={day.day}
      colSpan={2}
      className={refusal?.refusal === "space_closed" ? "week-closed" : "week-none"}
    >
      <span data-stop className="week-empty">
        <span aria-hidden="true">{refusal ? shortOf(refusal.refusal, words) : "–"}</span>
        <span className="sr-only">{`${resource.name}, ${on}, ${why}`}</span>
      </span>
    </td>
  );
}

function shortOf(refusal: string, { t }: Words): string {
  if (refusal === "space_closed") return t("matrix.closed");
  return refusal === "slot_over" ? t("week.states.past") : "–";
}
