import { isInFrame, labelSides, project, type Side, spreadApart } from "@/lib/map/rules";
import { valley } from "./valley-drawing";

export type MapPlace = {
  key: string;
  href: string;
  latitude: number;
  longitude: number;
  commune: string;
  name: string;
  /** Full name for those who do not see the map: « Luzech, Faitout : 6 places libres ». */
  label: string;
  /** Number in the disc; null when closed. */
  free: number | null;
};

/** A place around that is not of the network: shown as such, with what is known and since when. */
export type OutsidePlace = {
  key: string;
  href: string;
  latitude: number;
  longitude: number;
  /** « Hors réseau : Boada, Cahors (source du 23 avril 2024) ». */
  label: string;
};

type ValleyMapProps = {
  title: string;
  river: string;
  attribution: string;
  places: MapPlace[];
  outside: OutsidePlace[];
};

/** First paint of the map, a drawing of ours: no tile, no script, no other origin. */
export function ValleyMap({ title, river, attribution, places, outside }: ValleyMapProps) {
  const markers = spreadApart(
    places.map((place) => ({ ...place, ...project(place) })),
    36,
  );
  const sides = labelSides(
    markers.map((marker) => ({
      ...marker,
      widest: 8.5 * Math.max(marker.commune.length, marker.name.length * 0.85),
    })),
  );
  return (
    <figure className="valley-map">
      <svg viewBox="0 0 860 545">
        <title>{title}</title>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in this drawing takes the focus */}
        <g aria-hidden="true">
          <defs>
            <g id="valley-outlines">
              {valley.outlines.map((outline) => (
                <path key={outline.id} d={outline.path} />
              ))}
            </g>
          </defs>
          <use className="valley-edge" href="#valley-outlines" />
          <use className="valley-land" href="#valley-outlines" />
          <path className="valley-river" d={valley.river} />
          <g className="valley-names">
            {valley.names.map((commune) => (
              <text key={commune.name} x={commune.x} y={commune.y} textAnchor="middle">
                {commune.name}
              </text>
            ))}
            <text className="valley-river-name" x={752} y={200}>
              {river}
            </text>
          </g>
        </g>
        {outside
          .map((place) => ({ ...place, ...project(place) }))
          .filter((place) =>
            isInFrame({ left: place.x, right: place.x, top: place.y, bottom: place.y }),
          )
          .map((place) => (
            <a key={place.key} href={place.href} className="valley-marker">
              <title>{place.label}</title>
              <rect
                className="valley-outside"
                x={place.x - 8}
                y={place.y - 8}
                width={16}
                height={16}
              />
            </a>
          ))}
        {markers.map((marker, index) => (
          <a key={marker.key} href={marker.href} className="valley-marker">
            <title>{marker.label}</title>
            <circle
              className={marker.free === null ? "valley-disc valley-disc-closed" : "valley-disc"}
              cx={marker.x}
              cy={marker.y}
              r={17}
            />
            <text className="valley-number" x={marker.x} y={marker.y + 5.5}>
              {marker.free ?? "–"}
            </text>
            <MarkerLabel
              x={marker.x}
              y={marker.y}
              side={sides[index] ?? "end"}
              lines={[marker.commune, marker.name]}
            />
          </a>
        ))}
      </svg>
      <figcaption className="micro muted">{attribution}</figcaption>
    </figure>
  );
}

const anchors: Record<Side, { dx: number; dy: number; anchor: "start" | "middle" | "end" }> = {
  end: { dx: 24, dy: -2, anchor: "start" },
  start: { dx: -24, dy: -2, anchor: "end" },
  top: { dx: 0, dy: -42, anchor: "middle" },
  bottom: { dx: 0, dy: 36, anchor: "middle" },
};

function MarkerLabel({
  x,
  y,
  side,
  lines,
}: {
  x: number;
  y: number;
  side: Side;
  lines: [string, string];
}) {
  const { dx, dy, anchor } = anchors[side];
  return (
    <text className="valley-label" textAnchor={anchor} x={x + dx} y={y + dy}>
      {lines[0]}
      <tspan x={x + dx} dy={17}>
        {lines[1]}
      </tspan>
    </text>
  );
}
