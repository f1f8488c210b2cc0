import { getTranslations } from "next-intl/server";
import type { HostDay } from "@/lib/bookings/host-days/queries";

/** The day in four figures: who is there, who is still to come, what is left. */
export async function DaySummary({ hostDay, at }: { hostDay: HostDay; at: Date }) {
  const t = await getTranslations("host");
  const { day, entries } = hostDay;
  const count = (state: string) => entries.filter((entry) => entry.attendance === state).length;
  const { morning, afternoon } = day.slots;
  const isOver = (slot: typeof morning) => slot.opening.open && slot.opening.endsAt <= at;
  const hasBegun = morning.opening.open && morning.opening.startsAt <= at;
  const afternoonNow = isOver(morning) || !morning.opening.open;
  const figures = [
    { key: "present", value: count("present"), words: t("present", { count: count("present") }) },
    ...(hasBegun || afternoonNow
      ? freeFigure(afternoonNow ? afternoon : morning, "freeNow")
      : [...freeFigure(morning, "freeMorning"), ...freeFigure(afternoon, "freeAfternoon")]),
    {
      key: "expected",
      value: count("expected"),
      words: t("expected", { count: count("expected") }),
    },
    { key: "late", value: count("late"), words: t("late") },
    { key: "missed", value: count("missed"), words: t("missed", { count: count("missed") }) },
  ];
  const always = ["present", "expected", "freeNow", "freeMorning", "freeAfternoon"];
  return (
    <ul className="day-summary">
      {figures
        .filter(({ key, value }) => value > 0 || always.includes(key))
        .map(({ key, value, words }) => (
          <li key={key}>
            <b>{value}</b> {words}
          </li>
        ))}
    </ul>
  );

  function freeFigure(slot: typeof morning, key: "freeNow" | "freeMorning" | "freeAfternoon") {
    if (slot.refusal || !slot.opening.open) return [];
    const value = slot.free.length;
    return [{ key, value, words: t(key, { count: value }) }];
  }
}
