import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { bookingAddress, dayOfHoursAddress } from "@/lib/bookings/addresses/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
import { inServiceOn } from "@/lib/bookings/rules";
import type { BookingPart } from "@/lib/bookings/schema";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { shortName, sizeOf } from "@/lib/spaces/plans/rules";
import type { FloorPlan } from "@/lib/spaces/plans/schema";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { Floor } from "./floor";

type DeskPlanProps = {
  space: Space;
  day: SpaceDay;
  part: BookingPart;
  /** Id of the desk already chosen, empty for any. */
  chosen?: string;
};

type Drawn = SpaceResource & { plan: { x: number; y: number } };
type Shape = { resource: Drawn; state: PlaceState; href: string | null };
type PlaceState = (typeof states)[number];

/** As the legend tells them: of the places asked for, then of the others, which have a page of their own. */
const states = ["free", "taken", "chosen", "over", "byHour", "apart"] as const;

/** The list of places as a picture: the same links, states by drawing and in words. Nothing without a plan. */
export async function DeskPlan({ space, day, part, chosen = "" }: DeskPlanProps) {
  const { plan } = space;
  const shapes = shapesOf(space, day, part, chosen);
  if (!plan || shapes.every(({ state }) => state === "byHour" || state === "apart")) return null;
  const [t, features, language] = await Promise.all([
    getTranslations("board"),
    getTranslations("spaces.features"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const shown = states.filter((state) => shapes.some((shape) => shape.state === state));
  const named = ({ resource, state }: Shape) =>
    [
      resource.name,
      ...resource.features.map((feature) => features(feature)),
      t(`plan.${state}`),
    ].join(", ");
  return (
    <figure className="plan-figure">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="plan-scroll" tabIndex={0} aria-label={t("plan.region")}>
        <div className="plan-stage">
          <Floor plan={plan} locale={locale} />
          <ul aria-label={t("plan.name", { space: space.name })}>
            {shapes.map((shape) => (
              <li
                key={shape.resource.id}
                style={placeOn(plan, shape.resource)}
                className={`plan-place plan-${shape.state}`}
              >
                <Place {...shape} words={named(shape)} />
              </li>
            ))}
          </ul>
        </div>
      </section>
      <figcaption>
        <ul className="board-legend">
          {shown.map((state) => (
            <li key={state}>
              <span className={`plan-swatch-${state}`} aria-hidden="true" />
              {t(`plan.${state}`)}
            </li>
          ))}
          <li>
            <span className="plan-swatch-window" aria-hidden="true" />
            {t("plan.window")}
          </li>
        </ul>
        <p className="sr-only">
          {t("plan.title", { day: formatDay(day.day, locale), part: t(`parts.${part}`) })}{" "}
          {t("plan.list")}
        </p>
      </figcaption>
    </figure>
  );
}

function Place({ resource, state, href, words }: Shape & { words: string }) {
  const short = shortName(resource.name, resource.kind);
  if (href === null) {
    return (
      <span>
        <span aria-hidden="true">{short}</span>
        <span className="sr-only">{words}</span>
      </span>
    );
  }
  return (
    <a href={href} aria-label={words} aria-current={state === "chosen" ? "true" : undefined}>
      {short}
    </a>
  );
}

/** Those of that part, then what else is in service, which another page shows. */
function shapesOf(space: Space, day: SpaceDay, part: BookingPart, chosen: string): Shape[] {
  const { free, taken, refusal } = day.slots[part];
  const address = (resource: Drawn) =>
    bookingAddress({ slug: space.slug, day: day.day, part, resource });
  const own = [...free, ...taken].filter(isDrawn).map((resource): Shape => {
    if (taken.includes(resource)) return { resource, state: "taken", href: null };
    if (refusal) return { resource, state: "over", href: null };
    const state = resource.id === chosen ? "chosen" : "free";
    return { resource, state, href: address(resource) };
  });
  const others = inServiceOn(space.resources, day.day)
    .filter((resource) => !free.includes(resource) && !taken.includes(resource))
    .filter(isDrawn)
    .map((resource): Shape => {
      const byHour = resource.modes.includes("hour");
      const href = byHour
        ? dayOfHoursAddress({ slug: space.slug, day: day.day, resource })
        : address(resource);
      return { resource, state: byHour ? "byHour" : "apart", href };
    });
  return [...own, ...others];
}

function isDrawn(resource: SpaceResource): resource is Drawn {
  return resource.plan !== null;
}

/** In hundredths of the drawing: it grows and shrinks with the page. */
function placeOn(plan: FloorPlan, { kind, plan: { x, y } }: Drawn): CSSProperties {
  const { width, height } = sizeOf(kind);
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return {
    left: share(x, plan.width),
    top: share(y, plan.height),
    width: share(width, plan.width),
    height: share(height, plan.height),
  };
}
