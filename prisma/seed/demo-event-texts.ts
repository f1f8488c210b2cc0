import type { EventPlace } from "@/prisma/generated/client";

/** What an event of the demonstration says, whatever its date. */
export type EventText = {
  space: string;
  /** A room by its name, booked; else where `place` says. */
  room?: string;
  place?: Exclude<EventPlace, "room">;
  address?: string;
  commune?: string;
  title: string;
  summary: string;
  description: string;
  theme: string;
  audience?: string;
  level?: string;
  bring?: string;
  access?: string[];
  accessNote?: string;
  programme?: { minute: number; text: string }[];
  /** Wall minutes. */
  from: number;
  until: number;
  /** None = nobody registers. */
  seats?: number;
  prices?: { label: string; cents: number }[];
  isFreePrice?: boolean;
  /** By e-mail of the demonstration, or by name. */
  speakers?: { email?: string; name?: string; words: string; isAsked?: boolean }[];
};

const clara = {
  email: "hote-ancienne-ecole@demo.test",
  words:
    "Comptable et hôte de L’Ancienne École. Elle a déposé une quarantaine de dossiers avec des artisans du territoire.",
};

export const market: EventText = {
  space: "la-cale",
  room: "Salle des Gabares",
  title: "Répondre à un marché public quand on est seul",
  summary:
    "Un après-midi pour comprendre un dossier, se grouper à plusieurs et déposer sans stress.",
  description: `Les communes de la vallée achètent des affiches, des repas, des travaux, des formations. Souvent, le marché est à la taille d’une petite entreprise, mais le dossier fait peur.

On part d’une **vraie consultation**, on la lit ensemble, on remplit les pièces, puis on regarde comment répondre à plusieurs. On en garde\u202f:

- une liste des pièces à tenir prêtes,
- un modèle de mémoire d’une page,
- les adresses où les communes publient leurs marchés, dont [la plateforme de l’État](https://www.marches-publics.gouv.fr).`,
  theme: "work",
  audience: "self_employed",
  level: "beginner",
  bring: "Votre ordinateur et, si vous en avez un, un dossier en cours.",
  access: ["step_free", "parking"],
  accessNote: "Café et goûter compris.",
  programme: [
    { minute: 840, text: "Lire une consultation et décider d’y aller ou non" },
    { minute: 885, text: "Remplir les pièces, sans en oublier" },
    { minute: 945, text: "Pause sous la treille" },
    { minute: 960, text: "Se grouper\u202f: qui fait quoi, qui signe" },
  ],
  from: 840,
  until: 1020,
  seats: 12,
  prices: [
    { label: "Membre du réseau", cents: 0 },
    { label: "Première visite", cents: 800 },
  ],
  speakers: [clara],
};

export const paperwork: EventText = {
  space: "faitout-luzech",
  room: "Salle Impernal",
  title: "Mes démarches en ligne, à plusieurs",
  summary:
    "Impôts, santé, retraite\u202f: on vient avec sa démarche, on repart quand elle est faite.",
  description: `Deux personnes vous accompagnent, chacun avance à son rythme. On ne fait pas à votre place, et rien de ce que vous tapez n’est gardé.

Si la démarche ne se finit pas le jour même, on note ensemble ce qui manque.`,
  theme: "digital",
  audience: "seniors",
  level: "beginner",
  bring: "Vos papiers, votre téléphone et le mot de passe de votre messagerie.",
  access: ["step_free", "large_print", "quiet", "parking"],
  from: 570,
  until: 690,
  seats: 6,
  speakers: [{ name: "Mireille Lafon", words: "Conseillère numérique, à Luzech le mardi." }],
};

export const photos: EventText = {
  space: "faitout-prayssac",
  room: "Salle du Tour",
  title: "Ranger les photos de son téléphone",
  summary: "Les retrouver, les mettre à l’abri, en imprimer quelques-unes.",
  description: `On apprend à **copier ses photos** sur une clé ou un ordinateur, à jeter les doubles sans crainte, et à préparer un petit album.

## Après l’atelier

Une permanence de questions suit, sans inscription, jusqu’à la fermeture.`,
  theme: "digital",
  level: "beginner",
  bring: "Votre téléphone, son câble, une clé si vous en avez une.",
  access: ["step_free", "parking"],
  from: 840,
  until: 960,
  seats: 8,
  isFreePrice: true,
  speakers: [
    {
      email: "membre@demo.test",
      words: "Photographe du dimanche, trie les siennes chaque hiver.",
      isAsked: true,
    },
  ],
};

export const breakfast: EventText = {
  space: "la-cale",
  place: "space",
  title: "Petit déjeuner du premier jeudi",
  summary: "Un café face à la rivière avant de s’y mettre\u202f: on se présente, on s’entraide.",
  description: `Chaque premier jeudi du mois, la table est mise pour qui veut. Chacun dit en deux minutes ce qu’il fait et ce qu’il cherche.

Venez une fois, cela n’engage à rien.`,
  theme: "exchange",
  access: ["step_free", "children", "parking"],
  accessNote: "Pain et café offerts par le lieu.",
  from: 510,
  until: 570,
};

export const repair: EventText = {
  space: "le-pressoir",
  place: "space",
  title: "Atelier de réparation",
  summary: "Grille-pain, vélo, ourlet\u202f: on répare ensemble ce qui peut l’être.",
  description: `Des bénévoles prêtent leurs outils et leurs mains. On essaie, sans promesse\u202f: deux objets sur trois repartent en marche.`,
  theme: "making",
  audience: "families",
  bring: "L’objet, et ses pièces si vous les avez gardées.",
  access: ["children"],
  from: 840,
  until: 1020,
  isFreePrice: true,
};

export const invoicing: EventText = {
  space: "ancienne-ecole",
  place: "space",
  title: "Facturation électronique\u202f: s’y préparer à son rythme",
  summary: "Ce qui change pour une petite activité, et ce qui ne change pas.",
  description: `On regarde les dates, les plateformes, et on émet une facture d’essai.

1. Ce que la loi demande
2. Choisir sa plateforme
3. Une facture du début à la fin`,
  theme: "work",
  audience: "self_employed",
  level: "intermediate",
  bring: "Une facture récente, sans nom de client.",
  access: ["step_free", "parking"],
  from: 600,
  until: 720,
  seats: 10,
  prices: [{ label: "", cents: 500 }],
  speakers: [clara],
};

export const openDay: EventText = {
  space: "les-tilleuls",
  place: "space",
  title: "Portes ouvertes sous les tilleuls",
  summary: "Visitez, essayez un poste pour une heure, goûtez avec nous.",
  description:
    "L’association présente le lieu, ses jours d’ouverture et ce qu’elle imagine pour l’an prochain. Vos idées sont bienvenues.",
  theme: "open_day",
  audience: "newcomers",
  access: ["step_free", "children", "parking"],
  from: 840,
  until: 1080,
};

export const talk: EventText = {
  space: "faitout-luzech",
  place: "elsewhere",
  address: "Salle des fêtes, le Bourg",
  commune: "46022",
  title: "Travailler ici, vivre d’ailleurs",
  summary: "Trois habitants racontent comment ils ont emmené leur métier dans la vallée.",
  description: `Une soirée de récits, puis une soupe. Le covoiturage s’organise plus bas sur cette page.`,
  theme: "talk",
  access: ["step_free", "hearing_loop", "parking"],
  from: 1110,
  until: 1260,
  seats: 40,
  isFreePrice: true,
  speakers: [
    { email: "membre-5@demo.test", words: "Traducteur, à Prayssac depuis trois ans." },
    { name: "Odile Grangier", words: "Cartographe, télétravaille de Bélaye." },
  ],
};

export const webinar: EventText = {
  space: "faitout-luzech",
  place: "online",
  title: "Bien démarrer sa micro-entreprise",
  summary: "Une heure en visio avec une conseillère, vos questions d’abord.",
  description:
    "Le lien de la visio arrive avec la confirmation. On répond aux questions posées à l’inscription, puis en direct. La séance n’est pas enregistrée.",
  theme: "work",
  audience: "job_seekers",
  level: "beginner",
  from: 750,
  until: 810,
  seats: 30,
};

export const writing: EventText = {
  space: "faitout-prayssac",
  room: "Salle du Tour",
  title: "Atelier d’écriture\u202f: une lettre à la rivière",
  summary: "Deux heures pour écrire sans juger, et lire si l’on veut.",
  description:
    "Des consignes courtes, du silence, du thé. Les textes restent à qui les a écrits. *Aucune expérience n’est demandée.*",
  theme: "culture",
  access: ["quiet", "step_free"],
  from: 1080,
  until: 1200,
  seats: 8,
  isFreePrice: true,
  speakers: [{ email: "membre-13@demo.test", words: "Bibliothécaire, écrit des contes." }],
};

export const badge: EventText = {
  space: "faitout-luzech",
  place: "space",
  title: "Ouvrir et fermer le lieu\u202f: la prise en main du badge",
  summary: "Une heure pour savoir ouvrir, fermer, et qui appeler.",
  description:
    "L’alarme, le chauffage, les fenêtres, le tableau électrique. À la fin, chacun ouvre et ferme une fois.",
  theme: "induction",
  audience: "members",
  access: ["step_free", "parking"],
  from: 780,
  until: 840,
  seats: 8,
};

export const sewing: EventText = {
  space: "ancienne-ecole",
  place: "space",
  title: "Coudre un sac dans une vieille voile",
  summary: "Une idée d’une membre, pour un samedi matin.",
  description:
    "J’apporte les machines et le tissu, il faut juste de la place et un peu de patience.",
  theme: "making",
  from: 570,
  until: 720,
  seats: 6,
};
