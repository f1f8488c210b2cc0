import type { getTranslations } from "next-intl/server";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import { formatTime, formatTimes } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

export type BoardWords = Awaited<ReturnType<typeof getTranslations<"board">>>;
export type HostWords = Awaited<ReturnType<typeof getTranslations<"host">>>;

/** What the words of an entry need: the languages of the page and the wall of the space. */
export type Wording = { t: BoardWords; host: HostWords; locale: Locale; timeZone: string };

/** The name the host calls them by; of an account erased since, that its owner has left. */
export function nameOf(
  { name, isGone = false }: { name: string | null; isGone?: boolean },
  { host }: Pick<Wording, "host">,
): string {
  return name || host(isGone ? "gone" : "nameless");
}

/** « sur place », « de passage », or both; the room of an event is held, whoever comes. */
export function stateWords({ attendance, isWalkIn, isEvent }: HostEntry, { t }: Wording): string {
  if (isEvent && attendance !== "missed") return t("states.event");
  const state = t(`states.${attendance}`);
  return isWalkIn ? `${state}, ${t("states.walkIn")}` : state;
}

/** When, as it was: the real arrival and departure once noted, what was booked before. */
export function whenWords(entry: HostEntry, { t, locale, timeZone }: Wording): string {
  const time = (instant: Date) => formatTime(instant, timeZone, locale);
  const { checkedInAt, checkedOutAt, endsAt } = entry;
  if (!checkedInAt) return formatTimes(entry, timeZone, locale);
  const arrived = t("arrivedAt", { time: time(checkedInAt) });
  const end = checkedOutAt
    ? t("leftAt", { time: time(checkedOutAt) })
    : t("until", { time: time(endsAt) });
  return `${arrived}, ${end}`;
}
