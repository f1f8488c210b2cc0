import type { FloorPlan } from "@/lib/spaces/plans/schema";
import { localized } from "./localized";

/** Walls, windows and furniture: the picture under the places, which are elements of their own over it. */
export function Floor({ plan, locale }: { plan: FloorPlan; locale: "fr" | "en" }) {
  return (
    <svg
      className="plan"
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <rect className="plan-floor" width={plan.width} height={plan.height} />
      {plan.shapes.map((shape) => {
        switch (shape.kind) {
          case "furniture": {
            const { x, y, width, height } = shape;
            return (
              <rect
                key={`f ${x} ${y}`}
                className="plan-furniture"
                x={x}
                y={y}
                width={width}
                height={height}
                rx={6}
              />
            );
          }
          case "label":
            return (
              <text key={`l ${shape.x} ${shape.y}`} x={shape.x} y={shape.y}>
                {localized(shape.text, locale)}
              </text>
            );
          default: {
            const { kind, x1, y1, x2, y2 } = shape;
            return (
              <line
                key={`${kind} ${x1} ${y1} ${x2} ${y2}`}
                className={`plan-${kind}`}
                x1={x1}
                y1={y1}
                x2={x2}
                y2={y2}
              />
            );
          }
        }
      })}
    </svg>
  );
}
