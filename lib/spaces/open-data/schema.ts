import type { Day } from "@/lib/core/day";
import type { OpeningCalendar } from "../opening-hours/schema";
import type { EquipmentCode, ResourceKind, SpaceTexts } from "../schema";

/** Columns of the national schema of places of digital help, in its order (version 2.0.0, September 2026). */
export const mediationColumns = [
  "id",
  "pivot",
  "nom",
  "commune",
  "code_postal",
  "code_insee",
  "adresse",
  "complement_adresse",
  "latitude",
  "longitude",
  "typologie",
  "telephone",
  "courriels",
  "site_web",
  "horaires",
  "presentation_resume",
  "presentation_detail",
  "source",
  "itinerance",
  "date_maj",
  "services",
  "publics_specifiquement_adresses",
  "prise_en_charge_specifique",
  "frais_a_charge",
  "dispositif_programmes_nationaux",
  "formations_labels",
  "autres_formations_labels",
  "modalites_acces",
  "modalites_accompagnement",
  "fiche_acces_libre",
  "prise_rdv",
] as const;
export type MediationColumn = (typeof mediationColumns)[number];

/** One place as that schema has it; what is not known is not there. */
export type MediationPlace = Partial<Record<MediationColumn, string | number>>;

/** Properties of a place on a map of the open data. */
export type OpenPlace = {
  id: string;
  name: string;
  street: string;
  postalCode: string;
  city: string;
  inseeCode: string;
  openingHours: string | null;
  timeZone: string;
  desks: number;
  rooms: number;
  equipment: string[];
  url: string;
  /** Invented, to show how the platform works. */
  isDemonstration: boolean;
  changedOn: string;
};

/** A node of OpenStreetMap, not yet in it: its number is negative. */
export type OsmNode = {
  type: "node";
  id: number;
  lat: number;
  lon: number;
  tags: Record<string, string>;
};

/** What of a space its open data say: nothing of a person, not even of its host. */
export type ToldSpace = {
  slug: string;
  name: string;
  commune: { insee: string; name: string };
  street: string;
  postalCode: string;
  latitude: number;
  longitude: number;
  texts: Pick<SpaceTexts, "summary" | "description">;
  equipment: EquipmentCode[];
  isDemonstration: boolean;
  calendar: OpeningCalendar;
  resources: { kind: ResourceKind; inServiceFrom: Day; inServiceUntil: Day | null }[];
};
