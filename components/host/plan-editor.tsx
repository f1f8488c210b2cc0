"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";

export type Placed = {
  id: string;
  name: string;
  short: string;
  width: number;
  height: number;
  x: number | null;
  y: number | null;
};

type PlanEditorProps = {
  plan: { width: number; height: number };
  resources: Placed[];
  /** The floor under the desks, drawn by the server. */
  floor: ReactNode;
  words: {
    region: string;
    resource: string;
    left: string;
    top: string;
    /** With {name}. */
    x: string;
    y: string;
    handle: string;
  };
};

type Point = { x: number | null; y: number | null };

const step = 10;
const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Desks on the floor, dragged or led by the arrows; the number fields say the same and work alone. */
export function PlanEditor({ plan, resources, floor, words }: PlanEditorProps) {
  const [points, setPoints] = useState<Record<string, Point>>(() =>
    Object.fromEntries(resources.map(({ id, x, y }) => [id, { x, y }])),
  );
  const stage = useRef<HTMLElement>(null);
  const pointOf = ({ id }: Placed): Point => points[id] ?? { x: null, y: null };
  const put = (resource: Placed, x: number, y: number) =>
    setPoints((all) => ({ ...all, [resource.id]: within(plan, resource, x, y) }));
  const type = (resource: Placed, axis: "x" | "y", text: string) =>
    setPoints((all) => ({
      ...all,
      [resource.id]: { ...pointOf(resource), [axis]: text === "" ? null : Number(text) },
    }));
  return (
    <div className="grid gap-6">
      <section className="plan-stage only-wide" aria-label={words.region} ref={stage}>
        {floor}
        {resources.map((resource) => (
          <Handle
            key={resource.id}
            plan={plan}
            stage={stage}
            resource={resource}
            point={pointOf(resource)}
            label={words.handle.replace("{name}", resource.name)}
            put={(x, y) => put(resource, x, y)}
          />
        ))}
      </section>
      <table className="plan-fields">
        <thead>
          <tr>
            <th scope="col">{words.resource}</th>
            <th scope="col">{words.left}</th>
            <th scope="col">{words.top}</th>
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <tr key={resource.id}>
              <th scope="row">
                {resource.name}
                <input type="hidden" name="resourceId" value={resource.id} />
              </th>
              {(["x", "y"] as const).map((axis) => (
                <td key={axis}>
                  <input
                    className="input"
                    type="number"
                    name={axis}
                    min={0}
                    max={axis === "x" ? plan.width : plan.height}
                    aria-label={words[axis].replace("{name}", resource.name)}
                    value={pointOf(resource)[axis] ?? ""}
                    onChange={(event) => type(resource, axis, event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function within(plan: PlanEditorProps["plan"], { width, height }: Placed, x: number, y: number) {
  const clamp = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));
  return { x: clamp(x, plan.width - width), y: clamp(y, plan.height - height) };
}

type HandleProps = {
  plan: PlanEditorProps["plan"];
  stage: { current: HTMLElement | null };
  resource: Placed;
  point: Point;
  label: string;
  put: (x: number, y: number) => void;
};

/** A button over the drawing, placed in hundredths of it: it grows and shrinks with the page. */
function Handle({ plan, stage, resource, point, label, put }: HandleProps) {
  const grip = useRef<{ x: number; y: number } | null>(null);
  const { x, y } = point;
  if (x === null || y === null) return null;
  const unitsAt = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect();
    if (!box) return { x, y };
    return {
      x: ((event.clientX - box.left) / box.width) * plan.width,
      y: ((event.clientY - box.top) / box.height) * plan.height,
    };
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    const at = unitsAt(event);
    grip.current = { x: at.x - x, y: at.y - y };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!grip.current) return;
    const at = unitsAt(event);
    put(at.x - grip.current.x, at.y - grip.current.y);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = arrows[event.key];
    if (!by) return;
    event.preventDefault();
    put(x + by[0], y + by[1]);
  };
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return (
    <button
      type="button"
      className="plan-handle"
      aria-label={label}
      style={{
        left: share(x, plan.width),
        top: share(y, plan.height),
        width: share(resource.width, plan.width),
        height: share(resource.height, plan.height),
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={onKeyDown}
    >
      {resource.short}
    </button>
  );
}
