import { addDays, dayOf, instantAt } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import type { AdTheme } from "@/lib/members/ads/schema";
import { type Audience, profileFields } from "@/lib/members/audiences/schema";
import { writeSearchTexts } from "@/lib/members/profiles/commands";
import type { LanguageCode, Situation } from "@/lib/members/profiles/schema";

const zone = "Europe/Paris";

type DemoProfile = {
  email: string;
  /** Who sees all of it, the commune apart; members unless told. */
  audience?: Audience;
  activity: string;
  situation: Situation;
  skills: string[];
  teaches?: string[];
  seeks?: string[];
  themes: AdTheme[];
  languages?: LanguageCode[];
  links?: string[];
  space: string;
  rhythm: string;
  /** Somebody who came to the network this month, so many days ago, and has booked nothing yet. */
  newcomer?: { name: string; commune: string; daysAgo: number };
};

const profiles: DemoProfile[] = [
  {
    email: "membre@demo.test",
    activity: "Illustratrice",
    situation: "self_employed",
    skills: ["illustration", "affiches", "identité visuelle"],
    teaches: ["aquarelle"],
    seeks: ["une comptable pour mes déclarations"],
    themes: ["image"],
    languages: ["fr", "en"],
    links: ["https://exemple.fr/maelle-rives"],
    space: "faitout-luzech",
    rhythm: "mardi et jeudi",
  },
  {
    email: "hote-ancienne-ecole@demo.test",
    audience: "everyone",
    activity: "Comptable",
    situation: "self_employed",
    skills: ["déclarations", "micro-entreprise", "marchés publics"],
    seeks: ["une photo de portrait"],
    themes: ["admin"],
    languages: ["fr", "oc"],
    space: "faitout-luzech",
    rhythm: "mardi et jeudi",
  },
  {
    email: "karim.haddad@demo.test",
    activity: "Juriste, droit rural",
    situation: "self_employed",
    skills: ["baux", "statuts d’association", "déclarations PAC"],
    seeks: ["quelqu’un pour refaire mon site"],
    themes: ["admin", "farming"],
    languages: ["fr", "ar"],
    space: "le-pressoir",
    rhythm: "lundi et mercredi",
    newcomer: { name: "Karim Haddad", commune: "46225", daysAgo: 9 },
  },
  {
    email: "hote-la-cale@demo.test",
    activity: "Secrétaire indépendante",
    situation: "self_employed",
    skills: ["déclarations sociales", "relances", "courrier"],
    seeks: ["une initiation au montage vidéo"],
    themes: ["admin"],
    space: "la-cale",
    rhythm: "tous les matins",
  },
  {
    email: "bastien.couderc@demo.test",
    audience: "everyone",
    activity: "Vigneron",
    situation: "small_business",
    skills: ["un chai pour vos réunions", "de la logistique"],
    seeks: ["une traduction anglaise d’étiquettes"],
    themes: ["farming", "transport"],
    languages: ["fr", "oc"],
    space: "faitout-luzech",
    rhythm: "mardi",
    newcomer: { name: "Bastien Couderc", commune: "46001", daysAgo: 4 },
  },
  {
    email: "owen.clarke@demo.test",
    activity: "Traducteur anglais – français",
    situation: "project_holder",
    skills: ["traductions"],
    teaches: ["conversation le mercredi midi"],
    seeks: ["des conseils sur mon statut"],
    themes: ["languages"],
    languages: ["en", "fr"],
    space: "faitout-luzech",
    rhythm: "mercredi",
    newcomer: { name: "Owen Clarke", commune: "46182", daysAgo: 2 },
  },
  {
    email: "hote@demo.test",
    activity: "Animatrice de l’accueil",
    situation: "association",
    skills: ["premiers pas en informatique", "mise en relation"],
    themes: ["digital", "other"],
    space: "faitout-luzech",
    rhythm: "du mardi au vendredi",
  },
  {
    email: "membre-1@demo.test",
    activity: "Développeur web",
    situation: "teleworker",
    skills: ["sites internet", "accessibilité numérique"],
    teaches: ["tableur", "mots de passe"],
    seeks: ["un trajet vers Cahors le lundi"],
    themes: ["digital"],
    languages: ["fr", "en", "es"],
    space: "faitout-luzech",
    rhythm: "lundi, mardi et jeudi",
  },
  {
    email: "membre-2@demo.test",
    activity: "Graphiste",
    situation: "self_employed",
    skills: ["mise en page", "étiquettes de vin"],
    seeks: ["un local de stockage"],
    themes: ["image"],
    space: "faitout-prayssac",
    rhythm: "lundi",
  },
  {
    email: "membre-3@demo.test",
    activity: "Électricien",
    situation: "small_business",
    skills: ["mise aux normes", "domotique"],
    seeks: ["de l’aide pour mes devis"],
    themes: ["building"],
    languages: ["fr", "ar"],
    space: "la-cale",
    rhythm: "mardi",
  },
  {
    email: "membre-7@demo.test",
    activity: "Professeure d’occitan",
    situation: "association",
    skills: ["ateliers pour enfants"],
    teaches: ["occitan", "chant"],
    seeks: ["une salle le samedi"],
    themes: ["languages"],
    languages: ["oc", "fr"],
    space: "faitout-prayssac",
    rhythm: "jeudi",
  },
  {
    email: "membre-9@demo.test",
    activity: "Photographe",
    situation: "self_employed",
    skills: ["portraits", "photos de produits"],
    teaches: ["montage vidéo"],
    seeks: ["une comptable"],
    themes: ["image"],
    space: "ancienne-ecole",
    rhythm: "lundi, mardi et jeudi",
  },
  {
    email: "membre-10@demo.test",
    activity: "Charpentier",
    situation: "small_business",
    skills: ["ossature bois", "petites réparations"],
    seeks: ["un apprenti"],
    themes: ["building"],
    space: "faitout-luzech",
    rhythm: "mercredi",
  },
  {
    email: "membre-12@demo.test",
    activity: "Apiculteur",
    situation: "small_business",
    skills: ["ruches-écoles", "prêt d’une remorque"],
    themes: ["farming", "transport"],
    space: "la-cale",
    rhythm: "mercredi",
  },
  {
    email: "membre-13@demo.test",
    audience: "hosts",
    activity: "Chargée de projet",
    situation: "teleworker",
    skills: ["animation de réunions"],
    themes: ["other"],
    space: "les-tilleuls",
    rhythm: "mardi et vendredi",
  },
];

/** Plausible profiles of some demonstration members, most opened to members, two to everyone. */
export async function seedProfiles(at: Date): Promise<void> {
  const spaces = await db.space.findMany({ select: { id: true, slug: true } });
  for (const profile of profiles) {
    const personId = await personOf(profile, at);
    const { activity, situation, skills, themes, rhythm, audience = "members" } = profile;
    const opened = profileFields.map((field) => [field, audience] as const);
    const data = {
      ...{ activity, situation, skills, themes, rhythm },
      teaches: profile.teaches ?? [],
      seeks: profile.seeks ?? [],
      languages: profile.languages ?? ["fr"],
      links: profile.links ?? [],
      usualSpaceId: spaces.find(({ slug }) => slug === profile.space)?.id ?? null,
      audiences: Object.fromEntries(opened),
      sharesPresence: audience !== "hosts",
    };
    await db.$transaction(async (tx) => {
      await tx.profile.update({ where: { personId }, data });
      await writeSearchTexts(tx, personId);
    });
  }
}

async function personOf({ email, newcomer }: DemoProfile, at: Date): Promise<string> {
  if (!newcomer) {
    return (await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  }
  const { name, commune, daysAgo } = newcomer;
  const { id } = await db.person.create({
    data: {
      ...{ email, name, emailVerifiedAt: at, createdAt: joined(at, daysAgo) },
      profile: { create: { communeId: commune } },
    },
    select: { id: true },
  });
  return id;
}

/** So many days ago, but in the month of `at`: they show among those who came this month. */
function joined(at: Date, daysAgo: number): Date {
  const today = dayOf(at, zone);
  const back = Math.min(daysAgo, Number(today.slice(8)) - 1);
  const morning = instantAt(addDays(today, -back), 480, zone);
  return morning < at ? morning : at;
}
