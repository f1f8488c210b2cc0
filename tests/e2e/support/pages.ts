import type { Role } from "./test";

const forEverybody = [
  "/",
  "/?jour=2026-02-30",
  "/lieux",
  "/lieux/faitout-luzech",
  "/lieux/faitout-prayssac",
  "/lieux/faitout-luzech/semaine",
  "/lieux/faitout-luzech/mois",
  "/lieux/faitout-luzech/presences",
  "/reserver?lieu=faitout-luzech&type=room",
  "/reserver?lieu=faitout-luzech&type=booth",
  "/reserver/heures?lieu=faitout-luzech&poste=x",
  "/lieux?type=booth&de=10:00&a=09:00",
  "/ici/faitout-luzech",
  "/rejoindre?code=ABCD2345",
  "/reserver?lieu=faitout-luzech",
  "/connexion",
  "/connexion/code",
  "/connexion/lien?jeton=x",
  "/comprendre",
  "/annonces",
  "/membres",
  "/accessibilite",
  "/confidentialite",
  "/mentions-legales",
  "/compte-efface",
  "/demo/courriels",
  "/desabonnement?jeton=x",
  "/nulle-part",
];
const signedIn = [
  "/mon-espace",
  "/mon-espace/profil",
  "/mon-espace/lieux",
  "/mon-espace/lieux/faitout-luzech",
  "/mon-espace/lieux/la-cale",
  "/mon-espace/organisations",
  "/mon-espace/profil?fait=enregistre",
  "/mon-espace/profil/photo",
  "/mon-espace/profil/apercu?pour=membres",
  "/mon-espace/profil/apercu?pour=tous",
  "/membres?q=xyzzy&le=2026-02-30",
  "/mon-espace/attestations",
  "/mon-espace/agenda",
  "/mon-espace/cles",
  "/mon-espace/donnees",
  "/mon-espace/donnees?fait=fermee",
  "/mon-espace/notifications",
  "/mon-espace/rencontres",
  "/mon-espace/liste-attente",
  "/mon-espace/series",
  "/mon-espace/series/nouvelle?lieu=faitout-luzech&jour=2020-01-01&jusqu-au=x",
  "/mon-espace/absence?du=2026-02-30&au=x",
  "/annonces?q=rien-de-tel&theme=digital",
  "/annonces/nouvelle",
  "/mon-espace/annonces",
  "/messages",
  "/signaler?envoye=1",
];
const hosting = [
  "/hote/faitout-luzech",
  "/hote/faitout-luzech?vue=liste",
  "/hote/faitout-luzech/semaine",
  "/hote/faitout-luzech/plan",
  "/hote/faitout-luzech/affiche",
  "/hote/faitout-luzech/passage",
  "/hote/faitout-luzech/passage?membre=ma",
  "/hote/faitout-luzech/fermer?moment=day",
  "/hote/faitout-luzech/horaires",
  "/hote/faitout-luzech/horaires?changement=week&jours=1&jours=2&des=2027-01-04&mode=replace&de1=14:00&a1=16:00",
  "/hote/faitout-luzech/agenda",
  "/hote/faitout-luzech/attente",
  "/hote/faitout-prayssac/attente",
  "/hote/faitout-luzech/demandes",
  "/hote/faitout-luzech/postes",
  "/hote/faitout-luzech/reglages",
  "/hote/faitout-luzech/membres",
  "/hote/faitout-luzech/membres/nouveau",
  "/hote/faitout-luzech/accueil",
  "/hote/faitout-luzech/signalements",
  "/hote/faitout-luzech/postes/nouveau?type=room",
  "/hote/faitout-luzech/postes/nouveau?type=equipment",
];
const reporting = [
  "/pilotage",
  "/pilotage?du=2025-12&au=2026-10",
  "/pilotage/fermetures?moment=day",
  "/pilotage/organisations",
  "/pilotage/signalements",
  "/pilotage/roles",
  "/pilotage/reseau",
  "/pilotage/reseau?fait=enregistre",
  "/pilotage/journal",
  "/pilotage/journal?action=people.viewed&du=2026-02-30",
];

/** Every page as everybody who has it: `AXE_EVERY_ROLE=1 npm test`, which takes longer. */
const isWhole = process.env["AXE_EVERY_ROLE"] === "1";
const common = [...forEverybody, ...signedIn];
/** What surrounds a page for somebody, and what they are told of themselves. */
const around = ["/", "/mon-espace"];

// Staff have the pages of members and their own; an administrator those of hosts and of staff, no other.
export const pages: Record<Role, string[]> = {
  visitor: forEverybody,
  member: common,
  host: [...common, ...hosting],
  staff: [...(isWhole ? common : around), ...reporting],
  admin: isWhole
    ? [...common, ...hosting, ...reporting]
    : [...around, "/pilotage", "/hote/faitout-luzech"],
};
