import type { AttendanceFigures as Figures } from "@/lib/events/attendance/rules";
import type { DayWords } from "./board-groups";

type AttendanceFiguresProps = { figures: Figures; firstTimers: number; t: DayWords };

/** What the sheet adds up to; heads stand apart from names. */
export function AttendanceFigures({ figures, firstTimers, t }: AttendanceFiguresProps) {
  const lines: [keyof Figures | "firstTimers", number | null][] = [
    ["registered", figures.registered],
    ["came", figures.came],
    ["firstTimers", firstTimers],
    ["atTheDoor", figures.atTheDoor],
    ["named", figures.named],
    ["heads", figures.heads],
  ];
  return (
    <section className="mt-8" aria-labelledby="chiffres">
      <h2 id="chiffres">{t("figures.title")}</h2>
      <dl className="event-prices">
        {lines.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd>{count ?? t("figures.notCounted")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
