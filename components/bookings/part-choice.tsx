import { getLocale, getTranslations } from "next-intl/server";
import { refusalWords } from "@/components/spaces/slot-words";
import { bookingAddress, dayOfHoursAddress } from "@/lib/bookings/addresses/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import { togetherAmong } from "@/lib/bookings/rules";
import type { BookingPart } from "@/lib/bookings/schema";
import type { Search } from "@/lib/bookings/searches/rules";
import { formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Space } from "@/lib/spaces/queries";

const order: BookingPart[] = ["day", "morning", "afternoon"];

type PartChoiceProps = { space: Space; day: SpaceDay; search: Search };

/** Moments as links: choosing one shows its desks, without JavaScript too. */
export async function PartChoice({ space, day, search }: PartChoiceProps) {
  const [t, hours, spaces, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("hours"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <section aria-labelledby="moments">
      <h2 id="moments" className="mb-3 text-h3">
        {t("choosePart")}
      </h2>
      <nav className="grid gap-2 sm:grid-cols-3" aria-labelledby="moments">
        {order.map((part) => {
          const { opening, free, taken, refusal } = day.slots[part];
          const isOffered = refusal !== null || free.length + taken.length > 0;
          return (
            <a
              key={part}
              className="choice"
              href={bookingAddress({
                slug: space.slug,
                day: day.day,
                part,
                kind: search.kind,
                people: search.people,
              })}
              aria-current={part === search.part ? "true" : undefined}
            >
              <b>{t(part)}</b>
              <span className="small">
                {opening.open ? formatTimes(opening, space.calendar.timeZone, locale) : null}
              </span>
              <span className="small">
                {refusal ? refusalWords(refusal, day.day, locale, spaces) : null}
                {refusal === null && isOffered
                  ? spaces("free", { count: togetherAmong(free).length })
                  : null}
                {isOffered ? null : t("notOffered")}
              </span>
            </a>
          );
        })}
      </nav>
      {space.resources.some(({ modes }) => modes.includes("hour")) ? (
        <p className="mt-3">
          <a
            className="inline-flex min-h-11 items-center"
            href={dayOfHoursAddress({ slug: space.slug, day: day.day })}
          >
            {hours("link")}
          </a>
        </p>
      ) : null}
    </section>
  );
}
