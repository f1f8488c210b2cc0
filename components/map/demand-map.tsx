import { valley } from "./valley-drawing";

/** Communes of one line of the demand: one, or several put together. */
export type DemandLine = {
  communes: string[];
  /** How high, from 1 to 4. */
  level: number;
  /** « 42 », drawn where the commune is alone. */
  words: string;
};

type DemandMapProps = { title: string; attribution: string; lines: DemandLine[] };

/** The demand by commune, drawn on the server: four tints with their figures, hatched where put together. */
export function DemandMap({ title, attribution, lines }: DemandMapProps) {
  const lineOf = new Map(lines.flatMap((line) => line.communes.map((each) => [each, line])));
  return (
    <figure className="valley-map wished-map">
      <svg viewBox="0 0 860 545" role="img" aria-labelledby="carte-demande">
        <title id="carte-demande">{title}</title>
        <defs>
          <pattern
            id="ensemble"
            width="9"
            height="9"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className="wished-hatch" x1="0" y1="0" x2="0" y2="9" />
          </pattern>
        </defs>
        {valley.outlines.map(({ id, path }) => (
          <path key={id} className={`wished-${lineOf.get(id)?.level ?? 0}`} d={path} />
        ))}
        {valley.outlines
          .filter(({ id }) => (lineOf.get(id)?.communes.length ?? 0) > 1)
          .map(({ id, path }) => (
            <path key={id} className="wished-together" d={path} />
          ))}
        <path className="valley-river" d={valley.river} />
        {valley.outlines
          .filter(({ id }) => lineOf.get(id)?.communes.length === 1)
          .map(({ id, label }) => (
            <text key={id} className="wished-figure" x={label.x} y={label.y} textAnchor="middle">
              {lineOf.get(id)?.words}
            </text>
          ))}
      </svg>
      <figcaption className="micro muted">{attribution}</figcaption>
    </figure>
  );
}
