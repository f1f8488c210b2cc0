import { getLocale, getTranslations } from "next-intl/server";
import type { LineEntry } from "@/lib/bookings/waiting-list/queries";
import { dayOf } from "@/lib/core/day";
import { capitalised, formatDay, formatTime, formatTimes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { nameOf } from "./entry-words";

/** Who waits on one day, slot by slot, in the order they came. */
export async function WaitingLine({ line }: { line: LineEntry[] }) {
  const [t, language] = await Promise.all([getTranslations("waitingList"), getLocale()]);
  const locale = localeOf(language);
  const slots = Map.groupBy(line, (entry) =>
    capitalised(`${t(entry.part)}, ${formatTimes(entry, entry.space.timeZone, locale)}`, locale),
  );
  return (
    <div className="grid gap-8">
      {[...slots].map(([slot, entries]) => (
        <section key={slot}>
          <h2 className="mb-3">{slot}</h2>
          <SlotTable slot={slot} entries={entries} locale={locale} />
        </section>
      ))}
    </div>
  );
}

type SlotTableProps = { slot: string; entries: LineEntry[]; locale: Locale };

async function SlotTable({ slot, entries, locale }: SlotTableProps) {
  const [t, host] = await Promise.all([getTranslations("waitingList"), getTranslations("host")]);
  return (
    <table className="table">
      <caption className="sr-only">
        {t("host.caption")}, {slot}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("host.who")}</th>
          <th scope="col">{t("host.what")}</th>
          <th scope="col">{t("host.state")}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{nameOf(entry, { host })}</th>
            <td>
              {entry.resourceName ?? t("wanted", { kind: entry.kind, count: entry.quantity })}
            </td>
            <td>{standingOf(entry, locale, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"waitingList">>>;

function standingOf({ offerUntil, space }: LineEntry, locale: Locale, t: Words): string {
  if (!offerUntil) return t("host.waits");
  const { timeZone } = space;
  return t("host.offeredUntil", {
    day: formatDay(dayOf(offerUntil, timeZone), locale),
    time: formatTime(offerUntil, timeZone, locale),
  });
}
