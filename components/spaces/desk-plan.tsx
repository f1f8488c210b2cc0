import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties } from "react";
import { type DrawnPlace, drawnStates, placesDrawn } from "@/lib/bookings/plans/rules";
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

type Shape = DrawnPlace<SpaceResource>;

/** The list of places as a picture: the same links, states by drawing and in words. Nothing without a plan. */
export async function DeskPlan({ space, day, part, chosen = "" }: DeskPlanProps) {
  const { plan } = space;
  const shapes = placesDrawn(space, day, part, chosen);
  if (!plan || shapes.every(({ state }) => state === "byHour" || state === "apart")) return null;
  const [t, features, language] = await Promise.all([
    getTranslations("board"),
    getTranslations("spaces.features"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const shown = drawnStates.filter((state) => shapes.some((shape) => shape.state === state));
  const named = ({ resource, state }: Shape) =>
    [
      resource.name,
      ...resource.features.map((feature) => features(feature)),
      t(`plan.${state}`),
    ].join(", ");
  return (
    <figure className="plan-figure">
      <p className="plan-hint small muted mb-2">{t("plan.scroll")}</p>
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

/** In hundredths of the drawing: it grows and shrinks with the page. */
function placeOn(plan: FloorPlan, { kind, plan: { x, y } }: Shape["resource"]): CSSProperties {
  const { width, height } = sizeOf(kind);
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return {
    left: share(x, plan.width),
    top: share(y, plan.height),
    width: share(width, plan.width),
    height: share(height, plan.height),
  };
}
