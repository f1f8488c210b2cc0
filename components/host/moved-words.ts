import { getLocale, getTranslations } from "next-intl/server";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { nameOf } from "./entry-words";

type Carried = { moved: HostEntry | null; timeZone: string; resource: { name: string } };

/** Who is now where and when, once a booking has been carried. */
export async function movedWords({ moved, timeZone, resource }: Carried): Promise<string> {
  const [t, host, language] = await Promise.all([
    getTranslations("board"),
    getTranslations("host"),
    getLocale(),
  ]);
  if (!moved) return resource.name;
  const locale = localeOf(language);
  return t("week.moved", {
    name: nameOf(moved, { host }),
    resource: resource.name,
    day: formatDay(moved.day, locale),
    times: formatTimes(moved, timeZone, locale),
  });
}
