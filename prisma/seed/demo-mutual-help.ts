import { addDays, type Day, dateColumn, dayOf, weekdayOf } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { searchTextOf } from "@/lib/members/ads/rules";
import type { AdKind, AdTheme } from "@/lib/members/ads/schema";

const zone = "Europe/Paris";
const hour = 3_600_000;

type DemoAd = {
  /** The part of the address before « @demo.test ». */
  author: string;
  kind: AdKind;
  theme: AdTheme;
  title: string;
  text: string;
  counterpart?: string;
  /** INSEE code of a commune, or slug of a space. */
  place?: string;
  /** Days before today it was posted, and ahead of today it is shown. */
  posted: number;
  shown: number | "saturday";
};

const ads: DemoAd[] = [
  {
    author: "hote-le-pressoir",
    kind: "ask",
    theme: "digital",
    title: "Quelqu’un aurait un vidéoprojecteur pour samedi\u202f?",
    text: "C’est pour une projection au Pressoir, de 18 h à 21 h. Je viens le chercher et je le rapporte dimanche.",
    place: "46089",
    posted: 0,
    shown: "saturday",
  },
  {
    author: "hote-les-tilleuls",
    kind: "ask",
    theme: "admin",
    title: "Qui peut relire une réponse à appel d’offres, 4 pages\u202f?",
    text: "Un marché de signalétique pour une commune voisine. Une heure de relecture, surtout le mémoire technique.",
    counterpart: "contre un logo",
    place: "46231",
    posted: 1,
    shown: 20,
  },
  {
    author: "membre-6",
    kind: "ask",
    theme: "farming",
    title: "Cherche une personne pour une demi-journée d’inventaire au domaine.",
    text: "Compter les bouteilles du chai et tenir le tableau. Café et casse-croûte compris.",
    counterpart: "rémunéré",
    place: "46001",
    posted: 2,
    shown: 12,
  },
  {
    author: "membre-6",
    kind: "ask",
    theme: "image",
    title: "Cherche une illustration pour une étiquette de vin",
    text: "Un dessin au trait, deux couleurs, pour une petite cuvée.",
    counterpart: "rémunéré",
    place: "46001",
    posted: 3,
    shown: 25,
  },
  {
    author: "hote-les-tilleuls",
    kind: "ask",
    theme: "image",
    title: "Qui ferait l’illustration de l’affiche de la fête du village ?",
    text: "Format A3, sur le thème de la rivière, pour la fin du mois prochain.",
    place: "46231",
    posted: 4,
    shown: 30,
  },
  {
    author: "membre",
    kind: "ask",
    theme: "admin",
    title: "Comment déclarer ma première vente d’illustration à l’étranger\u202f?",
    text: "Une éditrice belge m’achète une série de dessins. Qui est déjà passé par là pour la TVA\u202f?",
    counterpart: "contre une affiche",
    place: "faitout-luzech",
    posted: 3,
    shown: 27,
  },
  {
    author: "membre-5",
    kind: "offer",
    theme: "languages",
    title: "Conversation en anglais le mercredi midi",
    text: "Je suis traducteur. On apporte son repas et on parle anglais pendant une heure, tous niveaux.",
    place: "la-cale",
    posted: 4,
    shown: 60,
  },
  {
    author: "membre-2",
    kind: "carpool",
    theme: "transport",
    title: "Trajet Cahors – Luzech, mardi et jeudi matin",
    text: "Je pars de la gare de Cahors à 8 h. Deux places, sans détour.",
    counterpart: "partage de l’essence",
    place: "faitout-luzech",
    posted: 5,
    shown: 45,
  },
  {
    author: "membre-9",
    kind: "lend",
    theme: "image",
    title: "Je prête deux éclairages et un fond blanc pour des photos de produits",
    text: "À prendre à Prayssac, pour un ou deux jours. Je peux montrer comment s’en servir.",
    place: "faitout-prayssac",
    posted: 6,
    shown: 50,
  },
  {
    author: "membre-11",
    kind: "ask",
    theme: "building",
    title: "Qui connaît un menuisier disponible avant l’été\u202f?",
    text: "Trois fenêtres anciennes à reprendre dans une maison de village. Un nom me suffit.",
    posted: 7,
    shown: 23,
  },
  {
    author: "membre-13",
    kind: "ask",
    theme: "digital",
    title: "Ma boutique en ligne n’affiche plus les frais de port",
    text: "Une heure à deux devant l’écran, au lieu de votre choix.",
    counterpart: "contre un panier de légumes",
    place: "46182",
    posted: 8,
    shown: 15,
  },
  {
    author: "membre-3",
    kind: "offer",
    theme: "digital",
    title: "Un coup d’œil à la sécurité de vos mots de passe",
    text: "Une demi-heure chacun, le premier lundi du mois, pour indépendants et associations.",
    place: "faitout-prayssac",
    posted: 10,
    shown: 70,
  },
  {
    author: "membre-14",
    kind: "ask",
    theme: "languages",
    title: "Une relecture d’étiquettes de vin en anglais\u202f?",
    text: "Quatre étiquettes, vingt lignes en tout, avant impression.",
    counterpart: "contre une bouteille",
    place: "46307",
    posted: 11,
    shown: 18,
  },
  {
    author: "membre-16",
    kind: "ask",
    theme: "image",
    title: "Cherche quelqu’un pour un portrait photo simple",
    text: "Pour mon site et la presse locale, dehors, une demi-heure suffit.",
    posted: 12,
    shown: 30,
  },
  {
    author: "membre-8",
    kind: "lend",
    theme: "other",
    title: "Une remorque bagagère à prêter les jours de semaine",
    text: "Attache standard, 500 kg. À rendre propre.",
    place: "46225",
    posted: 14,
    shown: 40,
  },
  {
    author: "membre-19",
    kind: "offer",
    theme: "other",
    title: "Gagnez 3 000 € par mois depuis chez vous",
    text: "Méthode éprouvée, places limitées. Écrivez-moi pour recevoir le lien.",
    place: "faitout-luzech",
    posted: 1,
    shown: 85,
  },
];

/** Out of date: its author alone sees it. */
const past: DemoAd = {
  author: "membre",
  kind: "lend",
  theme: "image",
  title: "Je prête ma table lumineuse",
  text: "Format A3, à prendre à Luzech.",
  posted: 60,
  shown: -20,
};

/** Ads of the demonstration, a conversation about one of Maëlle’s, and a report that waits for a host. */
export async function seedMutualHelp(at: Date): Promise<void> {
  const today = dayOf(at, zone);
  const people = await db.person.findMany({ select: { id: true, email: true } });
  const idOf = (author: string) => {
    const person = people.find(({ email }) => email === `${author}@demo.test`);
    if (!person) throw new Error(`nobody called ${author} in the demonstration`);
    return person.id;
  };
  const spaces = await db.space.findMany({ select: { id: true, slug: true } });
  const placeOf = (place: string | undefined) => {
    const space = spaces.find(({ slug }) => slug === place);
    return { placeSpaceId: space?.id ?? null, communeId: space ? null : (place ?? null) };
  };
  await db.ad.createMany({
    data: [...ads, past].map(({ author, place, posted, shown, ...words }) => {
      const createdAt = new Date(at.getTime() - posted * 24 * hour - hour);
      const validUntil = dateColumn(
        shown === "saturday" ? saturdayAfter(today) : addDays(today, shown),
      );
      const dates = { createdAt, updatedAt: createdAt, validUntil };
      const searchText = searchTextOf(words);
      return { personId: idOf(author), ...words, ...placeOf(place), ...dates, searchText };
    }),
  });
  await seedConversation(idOf("membre-5"), idOf("membre"), at);
  await seedReport(idOf("membre-7"), idOf("membre-19"), at);
}

function saturdayAfter(today: Day): Day {
  return addDays(today, ((5 - weekdayOf(today) + 7) % 7) + 1);
}

async function seedConversation(starterId: string, otherId: string, at: Date): Promise<void> {
  const ad = await db.ad.findFirstOrThrow({
    where: { personId: otherId, kind: "ask" },
    select: { id: true },
  });
  const said = [
    {
      senderId: starterId,
      hoursAgo: 27,
      text: "Bonjour Maëlle, j’ai facturé une maison d’édition belge l’an dernier. C’est plus simple qu’il n’y paraît, je peux vous montrer mes formulaires.",
    },
    {
      senderId: otherId,
      hoursAgo: 25,
      text: "Oh oui, merci Owen\u202f! Je suis à Luzech mardi et jeudi, si vous y passez.",
    },
    {
      senderId: starterId,
      hoursAgo: 2,
      text: "Parfait, j’y serai jeudi matin.\nJ’apporte mon exemple de facture.",
    },
  ];
  const timeOf = (hoursAgo: number) => new Date(at.getTime() - hoursAgo * hour);
  await db.conversation.create({
    data: {
      adId: ad.id,
      starterId,
      otherId,
      createdAt: timeOf(27),
      lastAt: timeOf(2),
      messages: {
        create: said.map(({ hoursAgo, ...message }, index) => ({
          ...message,
          createdAt: timeOf(hoursAgo),
          readAt: index < said.length - 1 ? timeOf(hoursAgo - 1) : null,
        })),
      },
    },
  });
}

async function seedReport(reporterId: string, personId: string, at: Date): Promise<void> {
  const ad = await db.ad.findFirstOrThrow({
    where: { personId },
    select: { id: true, placeSpaceId: true },
  });
  await db.abuseReport.create({
    data: {
      subject: "ad",
      subjectId: ad.id,
      personId,
      reporterId,
      reportedToSpaceId: ad.placeSpaceId,
      reason: "advertising",
      text: "Ce n’est pas de l’entraide, le lien mène à une formation payante.",
      createdAt: new Date(at.getTime() - 3 * hour),
    },
  });
}
