import { db } from "@/lib/infra/db";
import type { Member } from "./demo-history";

const daysAgo = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000);

/** Invented, and says so: the real spaces have rules of their own. */
const houseRules = `Règlement de démonstration : un texte inventé, pas celui du lieu.

Le lieu est à tout le monde : on le laisse comme on voudrait le trouver. La vaisselle est lavée, la table rangée, la dernière personne éteint et ferme.

On téléphone dans une cabine ou dehors. Dans la salle, on parle bas.

Une place réservée et pas utilisée, on l’annule : elle servira à quelqu’un d’autre.

En cas de problème, on appelle l’hôte. En cas d’urgence, le 112.`;

const realSpaces = ["faitout-luzech", "faitout-prayssac"];
const steps = [
  { kind: "house_rules", title: null },
  { kind: "induction", title: null },
  { kind: "emergency_contact", title: null },
  { kind: "other", title: "Recevoir le badge" },
] as const;

/**
 * Who belongs where, what each space asks of its members, somebody who asks to belong, somebody kept
 * without e-mail, and a town hall that books for its people. After everybody is there.
 */
export async function seedBelonging(members: readonly Member[], at: Date): Promise<void> {
  const spaces = await db.space.findMany({ select: { id: true, slug: true } });
  const spaceIdOf = new Map(spaces.map(({ slug, id }) => [slug, id]));
  const idOf = (email: string) => members.find((member) => member.email === email)?.id ?? "";
  await db.membership.createMany({
    data: members.flatMap(({ id, rhythms, since, until }) => {
      const spaceId = spaceIdOf.get(rhythms[0]?.space ?? "");
      if (!spaceId || until > 0) return [];
      const joined = daysAgo(at, since);
      return [
        { spaceId, personId: id, state: "active" as const, createdAt: joined, decidedAt: joined },
      ];
    }),
  });
  for (const slug of realSpaces) await seedWelcome(spaceIdOf.get(slug) ?? "", at);
  await seedPeople(spaceIdOf.get("faitout-luzech") ?? "", idOf, at);
  await seedTownHall(idOf, at);
}

/** Rules published a year ago, accepted by all but the last to come; most have been shown around. */
async function seedWelcome(spaceId: string, at: Date): Promise<void> {
  const publishedAt = daysAgo(at, 365);
  await db.houseRules.create({ data: { spaceId, version: 1, text: houseRules, publishedAt } });
  const made = await db.welcomeStep.createManyAndReturn({
    data: steps.map((step, index) => ({ ...step, spaceId, rank: index + 1 })),
  });
  const members = await db.membership.findMany({
    where: { spaceId, state: "active" },
    orderBy: [{ createdAt: "asc" }, { personId: "asc" }],
  });
  const settled = members.slice(0, -3);
  await db.houseRulesAcceptance.createMany({
    data: settled.map(({ personId, createdAt }) => ({
      ...{ spaceId, personId, version: 1 },
      acceptedAt: new Date(Math.max(createdAt.getTime(), publishedAt.getTime())),
    })),
  });
  const ticked = made.filter(({ kind }) => kind === "induction");
  await db.welcomeStepDone.createMany({
    data: settled.flatMap(({ personId, createdAt }, index) =>
      index % 4 === 3
        ? []
        : ticked.map(({ id }) => ({ spaceId, personId, stepId: id, doneAt: createdAt })),
    ),
  });
}

async function seedPeople(
  spaceId: string,
  idOf: (email: string) => string,
  at: Date,
): Promise<void> {
  const createdBy = idOf("hote@demo.test");
  const message = "Bonjour, je m’installe à Luzech et je cherche un bureau deux jours par semaine.";
  const request = { spaceId, personId: idOf("membre-2@demo.test"), state: "requested" as const };
  await db.membership.upsert({
    where: { spaceId_personId: { spaceId, personId: request.personId } },
    create: { ...request, message, createdAt: daysAgo(at, 1) },
    update: { ...request, message, createdAt: daysAgo(at, 1), decidedAt: null },
  });
  const contact = { name: "Paul Rives (démonstration)", phone: "05 65 00 00 00" };
  await db.emergencyContact.create({ data: { personId: idOf("membre@demo.test"), ...contact } });
  const { id: personId } = await db.person.create({
    data: { email: null, name: "Odette Lafon", createdAt: daysAgo(at, 40) },
  });
  const since = { createdAt: daysAgo(at, 40) };
  await db.keptPerson.create({
    data: { spaceId, personId, phone: "05 65 00 00 01", createdBy, ...since },
  });
  await db.membership.create({
    data: {
      spaceId,
      personId,
      state: "active",
      decidedAt: since.createdAt,
      decidedBy: createdBy,
      ...since,
    },
  });
}

/** The demonstration member books for two people of a town hall; one more was asked and has not answered. */
async function seedTownHall(idOf: (email: string) => string, at: Date): Promise<void> {
  const createdAt = daysAgo(at, 90);
  const createdBy = idOf("agent@demo.test");
  const name = "Mairie de Luzech (démonstration)";
  const { id: organisationId } = await db.organisation.create({
    data: { name, kind: "town_hall", communeId: "46182", createdAt, createdBy },
  });
  const invitedBy = idOf("membre@demo.test");
  const asked = { organisationId, createdAt };
  await db.organisationPerson.createMany({
    data: [
      {
        ...asked,
        personId: invitedBy,
        role: "delegate",
        agreedAt: createdAt,
        invitedBy: createdBy,
      },
      ...["membre-5@demo.test", "membre-9@demo.test"].map((email) => ({
        ...{ ...asked, personId: idOf(email), role: "beneficiary" as const },
        ...{ agreedAt: createdAt, invitedBy },
      })),
      { ...asked, personId: idOf("membre-12@demo.test"), role: "beneficiary", invitedBy },
    ],
  });
}
