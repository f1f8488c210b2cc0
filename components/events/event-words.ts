import { dayOf } from "@/lib/core/day";
import { formatDay, formatTimes } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { EventView } from "@/lib/events/queries";
import { accessCodes, audiences, eventThemes, levels } from "@/lib/events/schema";
import type { PosterName } from "@/lib/spaces/schema";
import { posterNames } from "@/lib/spaces/schema";

/** A code as the messages know it; one that came later is said as the last resort. */
function known<Code extends string>(codes: readonly Code[], code: string, otherwise: Code): Code {
  return codes.find((each) => each === code) ?? otherwise;
}

export const themeOf = (code: string) => known(eventThemes, code, "other");
export const audienceOf = (code: string) => known(audiences, code, "everyone");
export const levelOf = (code: string) => known(levels, code, "any");
export const accessOf = (codes: readonly string[]) =>
  accessCodes.filter((code) => codes.includes(code));

type Placed = {
  place: EventView["place"];
  space: Pick<EventView["space"], "name" | "commune">;
};

/** « Salle des Gabares, La Cale », « Salle des fêtes, Bélaye »; null online. */
export function placeText({ place, space }: Placed): string | null {
  if (place.kind === "online") return null;
  if (place.kind === "elsewhere") return withCommune(place.address ?? "", place.commune?.name);
  const name = withCommune(space.name, space.commune.name);
  return place.roomName ? `${place.roomName}, ${name}` : name;
}

/** The commune after the name; not twice when the name says it. */
export function withCommune(name: string, commune: string | undefined): string {
  return commune && !name.includes(commune) ? `${name}, ${commune}` : name;
}

type Dated = Pick<EventView, "day" | "startsAt" | "endsAt" | "space">;

/** « mardi 23 juin » and « 14 h – 17 h », on the wall of the organising space. */
export function whenWords(event: Dated, locale: Locale, at: Date) {
  const { timeZone } = event.space;
  return {
    day: formatDay(event.day, locale, dayOf(at, timeZone)),
    times: formatTimes(event, timeZone, locale),
  };
}

/** The drawing that stands for a photograph: a table for a workshop, else the landscape of the space. */
export function posterOf({ theme, space }: Pick<EventView, "theme" | "space">): PosterName {
  const byTheme: Partial<Record<string, PosterName>> = {
    digital: "atelier",
    work: "atelier",
    making: "atelier",
    talk: "interieur",
    exchange: "terrasse",
  };
  return byTheme[theme] ?? known(posterNames, space.poster, "atelier");
}

/** The language of what organisers wrote, said where it is not that of the page; a signed one writes in none. */
export function writtenIn(code: string, locale: Locale): { lang?: string } {
  return code !== locale && /^[a-z]{2}$/.test(code) ? { lang: code } : {};
}

/** « anglais », for a language that is not the page's own; what is no code is said as it is. */
export function languageName(code: string, locale: Locale): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(code) ?? code;
}
