import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import type { SpaceDay } from "@/lib/bookings/queries";
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

/** The list of places as a picture: the same links, states by drawing and in words. Nothing without a plan. */
export async function DeskPlan({ space, day, part, chosen = "" }: DeskPlanProps) {
  const { plan } = space;
  const { free, taken, refusal } = day.slots[part];
  const isDrawn = (resource: SpaceResource): resource is Drawn => resource.plan !== null;
  const seats = [...(refusal ? [] : free), ...taken].filter(isDrawn);
  if (!plan || seats.length === 0) return null;
  const [t, features, language] = await Promise.all([
    getTranslations("board"),
    getTranslations("spaces.features"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const others = space.resources
    .filter(isDrawn)
    .filter(({ id }) => !seats.some((s) => s.id === id));
  const stateOf = ({ id }: Drawn) => {
    if (id === chosen) return "chosen" as const;
    return taken.some((resource) => resource.id === id) ? ("taken" as const) : ("free" as const);
  };
  const named = (resource: Drawn) =>
    [
      resource.name,
      ...resource.features.map((feature) => features(feature)),
      t(`plan.${stateOf(resource)}`),
    ].join(", ");
  return (
    <figure className="plan-figure">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="plan-scroll" tabIndex={0} aria-label={t("plan.region")}>
        <div className="plan-stage">
          <Floor plan={plan} locale={locale} />
          {others.map((resource) => (
            <span
              key={resource.id}
              className="plan-place plan-other"
              style={placeOn(plan, resource)}
              aria-hidden="true"
            >
              {shortName(resource.name, resource.kind)}
            </span>
          ))}
          <ul aria-label={t("plan.name", { space: space.name })}>
            {seats.map((resource) => {
              const { id, name, kind } = resource;
              const state = stateOf(resource);
              const address = bookingAddress({ slug: space.slug, day: day.day, part, resource });
              return (
                <li key={id} style={placeOn(plan, resource)} className={`plan-place plan-${state}`}>
                  {state === "taken" ? (
                    <span>
                      <span aria-hidden="true">{shortName(name, kind)}</span>
                      <span className="sr-only">{named(resource)}</span>
                    </span>
                  ) : (
                    <a
                      href={address}
                      aria-label={named(resource)}
                      aria-current={state === "chosen" ? "true" : undefined}
                    >
                      {shortName(name, kind)}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      </section>
      <figcaption>
        <ul className="board-legend">
          {(["free", "taken", "chosen"] as const).map((state) => (
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
