import { valley } from "@/components/map/valley-drawing";
import { named } from "@/lib/core/elision";
import { formatNumber } from "@/lib/core/format";
import { type Point, spreadApart } from "@/lib/map/rules";
import type { Figure, FigurePart } from "@/lib/reports/figures/schema";
import { highestOf } from "@/lib/reports/figures/selection/rules";
import { ChartFigure } from "./chart-figure";
import type { ComparisonWords } from "./comparison-words";
import { ResidenceTable } from "./residence-table";

type Line = Extract<FigurePart, { kind: "residence" }>["line"];
type Lived = { figure: Figure; line: Line; users: number };

const widest = 34;

/** Where those who came live: a disc a line as large as they are many, small communes hatched together. */
export function ResidenceMap({ figures, words }: { figures: Figure[]; words: ComparisonWords }) {
  const { t, figures: written } = words;
  const lived = figures.flatMap(livedIn);
  if (lived.length === 0) return null;
  const first = highestOf(figures.filter(({ part }) => isOf(part, "commune")));
  const [top] = first;
  const names = words.together(first.map((figure) => written.part(figure) ?? ""));
  const title = top
    ? t("charts.map.title", { name: names, count: written.value(top) })
    : t("charts.map.none");
  const line = ({ figure }: Lived) =>
    t("charts.line", { label: written.part(figure) ?? "", value: written.value(figure) });
  const discs = discsOf(lived);
  const outside = lived.filter((each) => !discs.some(({ figure }) => figure === each.figure));
  const together = new Set(lived.flatMap(({ line: { communes } }) => communes.map(plainName)));
  return (
    <ChartFigure
      id="residences"
      title={title}
      lead={t("charts.map.lead")}
      table={<ResidenceTable figures={figures} words={words} />}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t("charts.map.region")}>
        <svg
          viewBox="0 0 860 545"
          className="residence-map"
          role="img"
          aria-labelledby="residences-titre residences-texte"
        >
          <title id="residences-titre">{title}</title>
          <desc id="residences-texte">{lived.map(line).join(" ; ")}</desc>
          <defs>
            <pattern id="residences-hachures" width="8" height="8" patternUnits="userSpaceOnUse">
              <path className="heat-hatch" d="M0 8 8 0" />
            </pattern>
          </defs>
          {valley.outlines.map(({ id, path }) => (
            <path key={id} className="residence-land" d={path} />
          ))}
          {valley.outlines
            .filter(({ name }) => together.has(plainName(name)))
            .map(({ id, path }) => (
              <path key={id} fill="url(#residences-hachures)" d={path} />
            ))}
          <path className="valley-river" d={valley.river} />
          {discs.map((disc) => (
            <Disc key={written.part(disc.figure)} disc={disc} words={words} />
          ))}
        </svg>
      </section>
      <p className="small muted">
        {[
          ...(together.size > 0 ? [t("charts.map.together")] : []),
          ...(outside.length > 0
            ? [t("charts.map.outside", { lines: outside.map(line).join(" ; ") })]
            : []),
          t("charts.map.attribution"),
        ].join(" ")}
      </p>
    </ChartFigure>
  );
}

type DiscOf = Lived & Point & { radius: number };

function Disc({ disc, words }: { disc: DiscOf; words: ComparisonWords }) {
  const { x, y, radius, line, users, figure } = disc;
  const isTogether = line.kind === "around";
  const name = isTogether ? words.t("charts.map.around", named(line.name)) : line.name;
  return (
    <g className={isTogether ? "residence-disc residence-together" : "residence-disc"}>
      <circle cx={x} cy={y} r={radius} />
      <text className="residence-count" x={x} y={y + 6} textAnchor="middle">
        {figure.nearest === null ? "" : "≈"}
        {formatNumber(users, words.figures.locale)}
      </text>
      <text className="residence-name" x={x} y={y + radius + 16} textAnchor="middle">
        {name}
      </text>
    </g>
  );
}

function livedIn(figure: Figure): Lived[] {
  const { part, value } = figure;
  return part?.kind === "residence" && value !== null
    ? [{ figure, line: part.line, users: value }]
    : [];
}

function isOf(part: FigurePart | null, kind: Line["kind"]): boolean {
  return part?.kind === "residence" && part.line.kind === kind;
}

/** Where each line is drawn: at its commune, or amid those put together; none for those of elsewhere. */
function discsOf(lived: Lived[]): DiscOf[] {
  const most = Math.max(...lived.map(({ users }) => users));
  const placed = lived.flatMap((each): DiscOf[] => {
    const { line, users } = each;
    if (line.kind !== "commune" && line.kind !== "around") return [];
    const names = new Set((line.kind === "around" ? line.communes : [line.name]).map(plainName));
    const own = valley.outlines.filter(({ name }) => names.has(plainName(name)));
    if (own.length === 0) return [];
    const mean = (of: "x" | "y") => own.reduce((sum, { label }) => sum + label[of], 0) / own.length;
    const radius = Math.max(15, widest * Math.sqrt(users / most));
    return [{ ...each, x: mean("x"), y: mean("y"), radius }];
  });
  return spreadApart(placed, 1.6 * widest);
}

/** As compared: apostrophes are written in two ways. */
function plainName(name: string): string {
  return name.replaceAll("'", "’");
}
