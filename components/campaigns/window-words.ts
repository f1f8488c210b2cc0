import { formatDay, formatMinute } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { wallWindowOf } from "@/lib/surveys/campaigns/rules";

type Window = { opensAt: Date; closesAt: Date; timeZone: string };
type WindowWords = { first: string; firstTime: string; last: string; lastTime: string };

/** What a sentence on a window needs: its first and last minute on the wall of the campaign's zone. */
export function windowWords({ timeZone, ...window }: Window, locale: Locale): WindowWords {
  const wall = wallWindowOf(window, timeZone);
  // A campaign is spoken of for years: always with the year.
  const dayWords = (day: typeof wall.firstDay) => `${formatDay(day, locale)} ${day.slice(0, 4)}`;
  return {
    first: dayWords(wall.firstDay),
    firstTime: formatMinute(wall.firstMinute, locale),
    last: dayWords(wall.lastDay),
    lastTime: formatMinute(wall.lastMinute, locale),
  };
}
