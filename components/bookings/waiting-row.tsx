import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { WaitingView } from "@/lib/bookings/waiting-list/queries";
import { dayParts, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type WaitingRowProps = {
  wish: WaitingView;
  /** What is waited for in words; by default so many of a kind, or the one resource. */
  what?: string;
  /** A sentence on where it stands. */
  standing: string;
  /** The gestures. */
  children: ReactNode;
};

/** One wish of a waiting list: date numeral, where, when, what, where it stands, and what to do. */
export async function WaitingRow({ wish, what, standing, children }: WaitingRowProps) {
  const [t, language] = await Promise.all([getTranslations("waitingList"), getLocale()]);
  const locale = localeOf(language);
  const { weekday, date, month } = dayParts(wish.day, locale);
  const { space, kind, quantity } = wish;
  const wanted = what ?? wish.resourceName ?? t("wanted", { kind, count: quantity });
  return (
    <li id={`attente-${wish.id}`}>
      <div className="flex items-start gap-5">
        <p className="date-numeral w-16">
          <b>{date}</b>
          <span>
            {month}
            <br />
            {weekday}
          </span>
        </p>
        <div>
          <h3>{space.name}</h3>
          <p className="small muted">
            {t(wish.part)}, {formatTimes(wish, space.timeZone, locale)}, {wanted}
          </p>
          <p className="mt-1">{standing}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </li>
  );
}
