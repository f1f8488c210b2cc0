import { getTranslations } from "next-intl/server";
import type { HostDay } from "@/lib/bookings/host-days/queries";
import type { Attendance } from "@/lib/bookings/host-days/rules";

type DaySummaryProps = { hostDay: HostDay; at: Date; isPast: boolean };

/** The day in a few figures: who is there, who is still to come, what is left. */
export async function DaySummary({ hostDay, at, isPast }: DaySummaryProps) {
  const [t, host] = await Promise.all([getTranslations("board.summary"), getTranslations("host")]);
  // People: who comes to an event is counted by the event.
  const entries = hostDay.entries.filter(({ isEvent }) => !isEvent);
  const count = (state: Attendance) => entries.filter((entry) => entry.attendance === state).length;
  const figure = (key: Attendance) => ({
    key,
    value: count(key),
    words: t(key, { count: count(key) }),
  });
  const free = freeFigures(hostDay, at).map(({ key, value }) => ({
    key,
    value,
    words: host(key, { count: value }),
  }));
  const figures = isPast
    ? [{ key: "left", value: count("left"), words: t("came", { count: count("left") }) }]
    : [figure("present"), ...free, figure("expected"), figure("late"), figure("offered")];
  const always = ["present", "expected", "freeNow", "freeMorning", "freeAfternoon"];
  return (
    <ul className="day-summary">
      {[...figures, ...(isPast ? [] : [figure("left")]), figure("missed")]
        .filter(({ key, value }) => value > 0 || always.includes(key) || (isPast && key === "left"))
        .map(({ key, value, words }) => (
          <li key={key}>
            <b>{value}</b> {words}
          </li>
        ))}
    </ul>
  );
}

type FreeKey = "freeNow" | "freeMorning" | "freeAfternoon";

/** Places of the half-day under way once the day has begun, of each half before that. */
function freeFigures({ day }: HostDay, at: Date): { key: FreeKey; value: number }[] {
  const { morning, afternoon } = day.slots;
  const isOver = morning.opening.open && morning.opening.endsAt <= at;
  const hasBegun = morning.opening.open && morning.opening.startsAt <= at;
  const afternoonNow = isOver || !morning.opening.open;
  const freeOf = (slot: typeof morning, key: FreeKey) =>
    slot.refusal || !slot.opening.open ? [] : [{ key, value: slot.free.length }];
  if (hasBegun || afternoonNow) return freeOf(afternoonNow ? afternoon : morning, "freeNow");
  return [...freeOf(morning, "freeMorning"), ...freeOf(afternoon, "freeAfternoon")];
}
