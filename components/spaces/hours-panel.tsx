import { getTranslations } from "next-intl/server";
import type { Day } from "@/lib/core/day";
import type { ComingClosure } from "@/lib/spaces/closures/queries";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { ComingClosures } from "./coming-closures";
import { HoursTable } from "./hours-table";

type HoursPanelProps = { calendar: OpeningCalendar; closures: ComingClosure[]; today: Day };

/** The usual week, then what will not be as usual. */
export async function HoursPanel({ calendar, closures, today }: HoursPanelProps) {
  const t = await getTranslations("spaces");
  return (
    <section className="panel" aria-labelledby="horaires">
      <h2 id="horaires" className="mb-2 text-h3">
        {t("hours")}
      </h2>
      <HoursTable calendar={calendar} today={today} />
      <p className="small muted mt-3">
        {t("holidays", { closes: String(calendar.closesOnPublicHolidays) })}
      </p>
      <ComingClosures calendar={calendar} closures={closures} today={today} />
    </section>
  );
}
