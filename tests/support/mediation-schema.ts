/**
 * The national schema « lieux de médiation numérique » (LaMednum/standard-mediation-num), copied from its
 * published fields and not from what we write: names and order, what is required, patterns and closed lists.
 * Version 2.0.0 of September 2026: `structure_parente` is gone, `pivot` (a SIRET) and `date_maj` may be absent.
 */
type Field = {
  name: string;
  required?: boolean;
  type?: "number" | "date";
  pattern?: RegExp;
  longest?: number;
  /** Values parted by `|`, each of this list. */
  among?: string[];
};

const insee = /^(?:(?:0[1-9]|[1-8]\d|9[0-5])\d{3}|2[AB]\d{3}|97[1-6]\d{2}|98[46-8]\d{2})$/;
const url = /^https?:\/\/[^\s|]+$/;

export const mediationFields: Field[] = [
  { name: "id", required: true },
  { name: "pivot", pattern: /^\d{14}$/ },
  { name: "nom", required: true },
  { name: "commune", required: true, pattern: /^[A-Za-z\dÀ-ÖØ-öø-ÿœ-ŸŒ\-'’\s]+$/ },
  { name: "code_postal", required: true, pattern: /^\d{5}$/ },
  { name: "code_insee", pattern: insee },
  { name: "adresse", required: true, pattern: /^[0-9A-Za-zÀ-ÖØ-öø-ÿœ-ŸŒ\-,()°.&:+–|;'’/\s]+$/ },
  { name: "complement_adresse" },
  { name: "latitude", type: "number" },
  { name: "longitude", type: "number" },
  { name: "typologie", pattern: /^[A-Z_]+(?:\|[A-Z_]+)*$/ },
  { name: "telephone", pattern: /^\+(?:33|590|594|262|596|269|687|689|508|681)\d{6,9}$/ },
  { name: "courriels", pattern: /^[^\s@|]+@[^\s@|]+(?:\|[^\s@|]+@[^\s@|]+)*$/ },
  { name: "site_web", pattern: url },
  { name: "horaires" },
  { name: "presentation_resume", longest: 280 },
  { name: "presentation_detail" },
  { name: "source" },
  { name: "itinerance", among: ["Itinérant", "Fixe"] },
  { name: "date_maj", type: "date" },
  {
    name: "services",
    required: true,
    among: [
      "Aide aux démarches administratives",
      "Maîtrise des outils numériques du quotidien",
      "Insertion professionnelle via le numérique",
      "Utilisation sécurisée du numérique",
      "Parentalité et éducation avec le numérique",
      "Loisirs et créations numériques",
      "Compréhension du monde numérique",
      "Accès internet et matériel informatique",
      "Acquisition de matériel informatique à prix solidaire",
    ],
  },
  {
    name: "publics_specifiquement_adresses",
    among: ["Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes"],
  },
  {
    name: "prise_en_charge_specifique",
    among: [
      "Surdité",
      "Handicaps moteurs",
      "Handicaps mentaux",
      "Illettrisme",
      "Langues étrangères (anglais)",
      "Langues étrangères (autres)",
      "Déficience visuelle",
    ],
  },
  { name: "frais_a_charge", among: ["Gratuit", "Gratuit sous condition", "Payant"] },
  { name: "dispositif_programmes_nationaux" },
  { name: "formations_labels" },
  { name: "autres_formations_labels" },
  {
    name: "modalites_acces",
    among: [
      "Se présenter",
      "Téléphoner",
      "Contacter par mail",
      "Prendre un RDV en ligne",
      "Ce lieu n'accueille pas de public",
      "Envoyer un mail avec une fiche de prescription",
    ],
  },
  {
    name: "modalites_accompagnement",
    among: ["En autonomie", "Accompagnement individuel", "Dans un atelier collectif", "À distance"],
  },
  { name: "fiche_acces_libre", pattern: url },
  { name: "prise_rdv", pattern: url },
];

/** What is wrong with a place by that schema, in words; empty when it is right. */
export function mediationFaults(place: Record<string, unknown>): string[] {
  const known = new Set(mediationFields.map(({ name }) => name));
  const unknown = Object.keys(place).filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => `${name}: not a field`),
    ...mediationFields.flatMap((field) =>
      faultsOf(field, place[field.name]).map((fault) => `${field.name}: ${fault}`),
    ),
  ];
}

function faultsOf(field: Field, given: unknown): string[] {
  const text = given === undefined || given === null ? "" : String(given);
  if (text === "") return field.required ? ["required"] : [];
  return [
    ...typeFaults(field, text),
    ...(field.pattern && !field.pattern.test(text) ? ["not of the pattern"] : []),
    ...(field.longest && text.length > field.longest ? ["too long"] : []),
    ...text.split("|").flatMap((value) => {
      const isWrong = field.among && !field.among.includes(value);
      return isWrong ? [`not of the list: ${value}`] : [];
    }),
  ];
}

function typeFaults({ type }: Field, text: string): string[] {
  if (type === "number") return /^-?\d+(\.\d+)?$/.test(text) ? [] : ["not a number"];
  if (type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(text) ? [] : ["not a date"];
  return [];
}
