import { type Figure, measureKeyOf, type Report } from "../figures/schema";
import type { Pack, PackAnswer, PackLine } from "./schema";

/** The lines of a funder with the figures of a report that answer them, in the order of the funder. */
export function packAnswers({ lines }: Pack, report: Report): PackAnswer[] {
  return lines.flatMap((line): PackAnswer[] => {
    const { from } = line;
    if (from.kind === "not_collected") return [{ line, kind: "not_collected" }];
    const figures = figuresFor(from, report.figures);
    if (figures.length === 0) return [{ line, kind: "nothing", key: from.key }];
    return figures.map((figure) => ({ line, kind: "figure", figure }));
  });
}

type FromFigure = Extract<PackLine["from"], { kind: "figure" }>;

function figuresFor({ key, by, part }: FromFigure, figures: readonly Figure[]): Figure[] {
  const own = figures.filter(
    (figure) => measureKeyOf(figure) === key && (figure.place === null) === (by === "network"),
  );
  if (!part) return own.filter((figure) => figure.part === null || figure.part.kind === "moment");
  const parts = own.filter((figure) => figure.part?.kind === part);
  // Where no part is told, the whole says why.
  return parts.length > 0 ? parts : own.filter((figure) => figure.part === null);
}
