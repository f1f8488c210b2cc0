import { Clock, MapPin } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Pill } from "@/components/ui/pill";
import { bookingAddress, dayOfHoursAddress, hoursAddress } from "@/lib/bookings/addresses/rules";
import { modeOf, togetherAmong } from "@/lib/bookings/rules";
import type { PlaceFound } from "@/lib/bookings/searches/queries";
import type { Search } from "@/lib/bookings/searches/rules";
import { formatTimes, tripWords } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { placeWords } from "./slot-words";

type SpaceRowProps = { place: PlaceFound; search: Search; distanceKm: number | null };

/** One line of the slate: where, how far, when, how many, and the way in. */
export async function SpaceRow({ place, search, distanceKm }: SpaceRowProps) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  const { space, slot } = place;
  const free = togetherAmong(slot.free).length;
  const all = togetherAmong([...slot.free, ...slot.taken]);
  const total = all.length;
  return (
    <li data-latitude={space.latitude} data-longitude={space.longitude}>
      <div>
        <h3>
          <a href={`/lieux/${space.slug}?jour=${search.day}`}>{space.commune.name}</a>
        </h3>
        <p className="muted small">{space.name}</p>
      </div>
      <p className="small flex items-center gap-2">
        {distanceKm === null ? null : (
          <>
            <MapPin size={18} strokeWidth={1.75} aria-hidden />
            {distanceKm < 0.5 ? t("here") : t("distance", tripWords(distanceKm, locale))}
          </>
        )}
      </p>
      <p className="small flex items-center gap-2">
        {slot.opening.open ? (
          <>
            <Clock size={18} strokeWidth={1.75} aria-hidden />
            {formatTimes(slot.opening, space.calendar.timeZone, locale)}
          </>
        ) : null}
      </p>
      <span className="only-wide">
        {total > 0 ? (
          <span className="dots" role="img" aria-label={t("desksLabel", { free, total })}>
            {all.map(({ id }, index) => (
              <i key={id} {...(index < free ? { className: "free" } : {})} />
            ))}
          </span>
        ) : null}
      </span>
      <Availability
        free={free}
        reason={placeWords(place, search, locale, t)}
        label={t("free", { count: free })}
      />
      <div className="end">
        <WayIn place={place} search={search} />
      </div>
    </li>
  );
}

/** To its booking while something is free; to its other days, or to what it has at all. */
async function WayIn({ place, search }: { place: PlaceFound; search: Search }) {
  const t = await getTranslations("spaces");
  const { space, slot, refusal, lack } = place;
  const where = { space: `${space.commune.name}, ${space.name}` };
  if (lack === null && refusal === null && slot.free.length > 0) {
    return (
      <a
        className="btn btn-secondary"
        href={addressOf(place, search)}
        aria-label={t("bookAt", where)}
      >
        {t("book")}
      </a>
    );
  }
  return (
    <a
      className="btn btn-quiet"
      href={`/lieux/${space.slug}`}
      aria-label={lack ? t("seeSpaceAt", where) : t("otherDaysAt", where)}
    >
      {lack ? t("seeSpace") : t("otherDays")}
    </a>
  );
}

/** Booked for those hours, for that part, or at an hour to be chosen where it goes by the hour alone. */
function addressOf({ space: { slug, calendar }, slot }: PlaceFound, search: Search): string {
  const { day, part, kind, people } = search;
  const [first] = slot.free;
  if (search.hours && first && slot.opening.open) {
    const { timeZone } = calendar;
    return hoursAddress({ slug, day, timeZone, resource: first, people, ...slot.opening });
  }
  const goesByPart = slot.free.some(({ modes }) => modes.includes(modeOf(part)));
  return goesByPart || !first
    ? bookingAddress({ slug, day, part, kind, people })
    : dayOfHoursAddress({ slug, day, resource: first, people });
}

function Availability({
  free,
  reason,
  label,
}: {
  free: number;
  reason: string | null;
  label: string;
}) {
  if (reason !== null) {
    return (
      <p>
        <Pill tone="closed">{reason}</Pill>
      </p>
    );
  }
  const few = free <= 2 ? "few" : "ok";
  return (
    <p>
      <Pill tone={free === 0 ? "no" : few}>{label}</Pill>
    </p>
  );
}
