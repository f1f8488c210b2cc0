import { getTranslations } from "next-intl/server";
import type { AttendanceList } from "@/lib/reports/attendance-lists/schema";
import { type ListWording, lineCells } from "./list-words";

const columns = [
  ...(["day", "times", "hours", "name", "organisation", "arrivedAt"] as const),
  "signature",
] as const;

/** One presence a line, with room to sign once printed. */
export async function ListTable({ list, wording }: { list: AttendanceList; wording: ListWording }) {
  const t = await getTranslations("attendanceList");
  if (list.lines.length === 0) return <p>{t("none")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("caption")}>
      <table className="table attendance-list">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.lines.map((line) => {
            const cells = lineCells(line, list.space.timeZone, wording);
            return (
              <tr key={line.key}>
                <td>{cells.day}</td>
                <td>{cells.times}</td>
                <td className="num">{cells.hours}</td>
                <th scope="row">{cells.name}</th>
                <td>{cells.organisation}</td>
                <td>{cells.arrivedAt}</td>
                <td />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
