import { getLocale, getTranslations } from "next-intl/server";
import { lengthWords } from "@/components/bookings/hours/length-words";
import { nameOf } from "@/components/host/entry-words";
import type { HitView } from "@/lib/bookings/closures/queries";
import { type HitChoice, hitChoices } from "@/lib/bookings/hits/schema";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { bookingWords } from "./closure-words";

/** The event a booking is the room of, and how many are registered. */
export type HitEvents = ReadonlyMap<
  string,
  { slug: string; spaceSlug: string; title: string; registered: number }
>;

type HitChoicesProps = {
  hits: HitView[];
  /** What is marked for all at first. */
  initial: HitChoice;
  /** Choices there are at all: other hours are not a reason to move anybody. */
  among?: readonly HitChoice[];
  /** Several spaces: each line says which. */
  isNetwork?: boolean;
  events?: HitEvents;
};

/** What becomes of the bookings hit: one answer for all, another where it does not suit; native radios. */
export async function HitChoices({
  hits,
  initial,
  among = hitChoices,
  isNetwork = false,
  events,
}: HitChoicesProps) {
  const t = await getTranslations("closures");
  const all = among.filter((choice) => hits.some(({ choices }) => choices.includes(choice)));
  if (hits.length === 0) return null;
  return (
    <>
      <fieldset>
        <legend className="mb-3 font-display text-h3 font-semibold">{t("all")}</legend>
        {all.map((choice) => (
          <label key={choice} className="option">
            <input
              type="radio"
              name="all"
              value={choice}
              defaultChecked={choice === (all.includes(initial) ? initial : "cancel")}
            />
            <span>
              <b>{t(`allChoices.${choice}`)}</b>
              <small>{t(`allHints.${choice}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <h3 className="mb-1">{t("each")}</h3>
        <ul className="rows">
          {hits.map((hit) => (
            <li key={hit.id}>
              <HitFieldset
                hit={hit}
                among={among}
                isNetwork={isNetwork}
                event={events?.get(hit.id)}
              />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

type HitFieldsetProps = {
  hit: HitView;
  among: readonly HitChoice[];
  isNetwork: boolean;
  event: ReturnType<HitEvents["get"]>;
};

async function HitFieldset({ hit, among, isNetwork, event }: HitFieldsetProps) {
  const [t, host, language] = await Promise.all([
    getTranslations("closures"),
    getTranslations("host"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { id, resourceName, spaceName, state, instead, choices } = hit;
  const who = {
    name: nameOf(hit, { host }),
    resource: resourceName,
    space: spaceName,
    when: bookingWords(hit, hit.timeZone, locale),
  };
  const offered = ["all" as const, ...among.filter((choice) => choices.includes(choice))];
  return (
    <fieldset className="w-full min-w-0">
      <legend className="font-bold">{t(isNetwork ? "hitElsewhere" : "hit", who)}</legend>
      {event ? (
        <p className="small">
          {t.rich("hitEvent", {
            count: event.registered,
            event: () => (
              <a href={`/hote/${event.spaceSlug}/evenements/${event.slug}/modifier`}>
                {event.title}
              </a>
            ),
          })}
        </p>
      ) : null}
      {state === "requested" || state === "held" ? <p className="small muted">{t(state)}</p> : null}
      {among.includes("move") ? (
        <p className="small">
          {instead ? t("instead", { place: await placeWords(instead, locale) }) : t("nowhere")}
        </p>
      ) : null}
      {instead && among.includes("move") ? (
        <input type="hidden" name={`place.${id}`} value={instead.text} />
      ) : null}
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {offered.map((choice) => (
          <label key={choice} className="inline-flex min-h-11 items-center gap-2">
            <input
              type="radio"
              className="size-5 accent-action"
              name={`choice.${id}`}
              value={choice}
              defaultChecked={choice === "all"}
            />
            {t(`choices.${choice}`)}
          </label>
        ))}
      </p>
    </fieldset>
  );
}

async function placeWords(place: NonNullable<HitView["instead"]>, locale: Locale): Promise<string> {
  const t = await getTranslations("closures");
  const words = t(`insteadPlaces.${place.differs}`, {
    resource: place.resource.name,
    space: place.spaceName,
    commune: place.communeName,
    day: capitalised(formatDay(place.day, locale), locale),
    times: formatTimes(place, place.timeZone, locale),
  });
  if (place.minutesLost <= 0) return words;
  return t("insteadShorter", {
    place: words,
    lost: lengthWords(place.minutesLost, await getTranslations("hours")),
  });
}
