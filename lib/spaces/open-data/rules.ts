import type { Day } from "@/lib/core/day";
import { longestTag, writtenHours } from "../written-hours/rules";
import type { MediationPlace, OpenPlace, OsmNode, ToldSpace } from "./schema";

/** What a file says around its places: whose it is, where each is shown, and when each last changed. */
export type Around = {
  today: Day;
  publisher: string;
  contact: string;
  pageOf: (slug: string) => string;
  changedOn: (slug: string) => Day;
};

/** Longest summary of the schema, in characters. */
const longestSummary = 280;

/**
 * A place in the national schema of places of digital help. A SIRET is not known here, nor what is paid:
 * both are left out, as the schema wants. Hours are wall time of the space.
 */
export function mediationPlace(space: ToldSpace, around: Around): MediationPlace {
  const { pageOf, changedOn, today, publisher, contact } = around;
  const hours = writtenHours(space.calendar, today);
  const isStaffed = space.calendar.rules.some(({ state }) => state === "staffed");
  return withoutBlanks({
    id: space.slug,
    nom: space.name,
    commune: space.commune.name,
    code_postal: space.postalCode,
    code_insee: space.commune.insee,
    adresse: space.street,
    latitude: space.latitude,
    longitude: space.longitude,
    typologie: "TIERS_LIEUX",
    courriels: contact,
    site_web: pageOf(space.slug),
    horaires: hours ?? "",
    presentation_resume: shortened(space.texts.summary.fr, longestSummary),
    presentation_detail: space.texts.description.fr,
    source: publisher,
    itinerance: "Fixe",
    date_maj: changedOn(space.slug),
    services: "Accès internet et matériel informatique",
    modalites_acces: isStaffed ? "Se présenter" : "",
    modalites_accompagnement: "En autonomie",
  });
}

/** A place as properties of a point on a map. Desks and rooms: those in service on that day. */
export function openPlace(space: ToldSpace, { today, pageOf, changedOn }: Around): OpenPlace {
  const inService = inServiceOn(space, today);
  return {
    id: space.slug,
    name: space.name,
    street: space.street,
    postalCode: space.postalCode,
    city: space.commune.name,
    inseeCode: space.commune.insee,
    openingHours: writtenHours(space.calendar, today),
    timeZone: space.calendar.timeZone,
    desks: inService.filter(isDesk).length,
    rooms: inService.filter(({ kind }) => kind === "room").length,
    equipment: space.equipment,
    url: pageOf(space.slug),
    isDemonstration: space.isDemonstration,
    changedOn: changedOn(space.slug),
  };
}

/**
 * A place with the tags of OpenStreetMap, for whoever edits it there: a node of its own number, negative
 * as for what is new. Only what the network knows: whether a wheelchair enters, not where it turns.
 */
export function osmNode(space: ToldSpace, index: number, { today, pageOf }: Around): OsmNode {
  const desks = inServiceOn(space, today).filter(isDesk).length;
  const { number, street } = parsedStreet(space.street);
  const has = (code: ToldSpace["equipment"][number]) => space.equipment.includes(code);
  const tags = {
    office: "coworking",
    name: space.name,
    "addr:housenumber": number,
    "addr:street": street,
    "addr:postcode": space.postalCode,
    "addr:city": space.commune.name,
    "ref:FR:INSEE": space.commune.insee,
    opening_hours: writtenHours(space.calendar, today, longestTag) ?? "",
    internet_access: has("fibre") ? "wlan" : "",
    wheelchair: has("step_free") ? "limited" : "",
    bicycle_parking: has("bikes") ? "yes" : "",
    capacity: desks > 0 ? String(desks) : "",
    website: pageOf(space.slug),
  };
  return {
    type: "node",
    id: -1 - index,
    lat: space.latitude,
    lon: space.longitude,
    tags: withoutBlanks(
      Object.fromEntries(
        Object.entries(tags).map(([key, value]) => [key, shortened(value, longestTag)]),
      ),
    ),
  };
}

function inServiceOn({ resources }: ToldSpace, today: Day) {
  return resources.filter(
    ({ inServiceFrom, inServiceUntil }) =>
      inServiceFrom <= today && (inServiceUntil === null || today < inServiceUntil),
  );
}

function isDesk({ kind }: { kind: string }): boolean {
  return kind === "desk" || kind === "office";
}

/** « 12 bis rue du Pont » is a number and a street; what has no number is a street. */
function parsedStreet(text: string): { number: string; street: string } {
  const found = /^(\d{1,4}(?: ?(?:bis|ter|quater|[a-d]))?),? +(\S.*)$/i.exec(text.trim());
  return found?.[1] && found[2]
    ? { number: found[1], street: found[2] }
    : { number: "", street: text.trim() };
}

function withoutBlanks<Value extends string | number>(
  all: Record<string, Value>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

/** Cut at a word, with an ellipsis, never in the middle of a character. */
function shortened(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  let cut = "";
  for (const character of whole) {
    if (cut.length + character.length > most - 1) break;
    cut += character;
  }
  const isWord = /\s/.test(whole.charAt(cut.length));
  const atWord = isWord ? cut.trimEnd() : cut.replace(/\s+\S*$/, "");
  return `${atWord === "" ? cut : atWord}…`;
}
