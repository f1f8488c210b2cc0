import { getTranslations } from "next-intl/server";

type Named = { value: string; label: string };
export type WeekTableProps = { caption: string; days: Named[]; halves: Named[] };

type HeatTableProps = WeekTableProps & {
  /** Of a half-day (`day:half`): its words, and its tint from 0 to 4. */
  cellOf: (slot: string) => { words: string; level: number };
};

/** Half-days of the week, each in words; the tint only repeats them. */
export async function HeatTable({ caption, days, halves, cellOf }: HeatTableProps) {
  const t = await getTranslations("diagnosis");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("tableOf", { caption })}>
      <table className="table heat">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            {halves.map((half) => (
              <th key={half.value} scope="col" className="end">
                {half.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.value}>
              <th scope="row">{day.label}</th>
              {halves.map((half) => {
                const { words, level } = cellOf(`${day.value}:${half.value}`);
                return (
                  <td key={half.value} className={`end num heat-${level}`}>
                    {words}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
