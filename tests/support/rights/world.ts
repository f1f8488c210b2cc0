import { randomUUID } from "node:crypto";
import { makeMemberFeed, makeSpaceFeed } from "@/lib/bookings/feeds/commands";
import { type Actor, anonymous, type PersonActor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aKeptPerson, aMembership } from "@/tests/support/belonging";
import { close, onDay } from "@/tests/support/closures";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aConversation, aListedMember, anAd, aReport, block } from "@/tests/support/mutual-help";
import { anOrganisation } from "@/tests/support/organisations";
import { aSeries } from "@/tests/support/series";

/**
 * What somebody can be to a thing of one space: nobody signed in, a member it is not of, whose it is, whom
 * its owner blocked, a host of its space, a host of another one, intercommunal staff, an administrator.
 */
export const standings = [
  "visitor",
  "stranger",
  "owner",
  "blocked",
  "host",
  "otherHost",
  "staff",
  "admin",
] as const;
export type Standing = (typeof standings)[number];

/** In the middle of the booking of that Tuesday. */
export const ten = new Date("2026-06-16T08:00:00Z");
const startsAt = "2026-06-16T06:30:00Z";
const endsAt = "2026-06-16T16:30:00Z";

type Space = Awaited<ReturnType<typeof aSpace>>;
type People = { actor: Actor; owner: PersonActor; here: Space };

async function actorOf(standing: Standing, { owner, here }: Omit<People, "actor">) {
  switch (standing) {
    case "visitor":
      return anonymous;
    case "owner":
      return owner;
    case "host":
      return hostOf(here);
    case "otherHost":
      return hostOf({ id: randomUUID() });
    case "staff":
      return aStaffMember();
    case "admin":
      return anActor([{ role: "admin", spaceId: null }]);
    default:
      return aListedMember();
  }
}

/** The actor of that standing, and whatever it may be said of; each thing is made when it is first asked for. */
export async function aWorld(standing: Standing) {
  const owner = await aListedMember();
  const here = await aSpace({ desks: 2 });
  const actor = await actorOf(standing, { owner, here });
  if (standing === "blocked" && actor.kind === "person")
    await block(owner.personId, actor.personId);
  return { owner, here, actor, ...thingsOf({ actor, owner, here }, standing) };
}
export type World = Awaited<ReturnType<typeof aWorld>>;

function thingsOf({ actor, owner, here }: People, standing: Standing) {
  const host = () => hostOf(here);
  const { slug } = here;
  const booking = async (state: "confirmed" | "requested" = "confirmed") => {
    const of = { space: here, personId: owner.personId, day: tuesday, startsAt, endsAt };
    return (await aBooking({ ...of, state })).id;
  };
  const ad = async () => (await anAd(owner.personId, { placeSpaceId: here.id })).id;
  return {
    host,
    booking,
    series: async () => (await aSeries(owner, here)).id,
    ad,
    report: async () => aReport(await aListedMember(), await ad()),
    /** With its owner; the other one is the blocked person, whose words they no longer read. */
    conversation: async () => {
      const blocked = standing === "blocked" && actor.kind === "person" ? actor : null;
      if (!blocked) return aConversation(owner, await aListedMember());
      await db.block.deleteMany({ where: { blockedId: blocked.personId } });
      const id = await aConversation(owner, blocked);
      await block(owner.personId, blocked.personId);
      return id;
    },
    waitingEntry: async () => {
      const spaceAndPerson = { spaceId: here.id, personId: owner.personId };
      const slot = { kind: "desk" as const, day: dateColumn(tuesday), part: "day" as const };
      const data = { ...spaceAndPerson, ...slot, startsAt, endsAt, state: "lapsed" as const };
      return (await db.waitingEntry.create({ data })).id;
    },
    /** Proposed by its owner to somebody else, or the other way round. */
    swap: async (proposer: "owner" | "other") => {
      const other = (await aListedMember()).personId;
      const [proposedBy, proposedTo] =
        proposer === "owner" ? [owner.personId, other] : [other, owner.personId];
      const of = { space: here, day: tuesday, startsAt, endsAt };
      const offeredId = (await aBooking({ ...of, personId: proposedBy })).id;
      const wantedId = (await aBooking({ ...of, desk: 1, personId: proposedTo })).id;
      const data = { offeredId, wantedId, proposedBy, proposedTo, createdAt: mondayMorning };
      return (await db.swap.create({ data })).id;
    },
    closure: async () => {
      const result = await close(await host(), { slug }, onDay("day"));
      if (!result.ok) throw new Error(result.refusal);
      return result.value.id;
    },
    /** Their own calendar, or the space's. */
    feed: async (of: "owner" | "space") => {
      const made =
        of === "owner"
          ? await makeMemberFeed(owner, { busyOnly: false }, mondayMorning)
          : await makeSpaceFeed(await host(), { slug, busyOnly: false }, mondayMorning);
      return made.ok ? hashOfToken(made.value.token) : "";
    },
    /** Of the space, as an import nobody has read yet. */
    calendarImport: async () =>
      (
        await db.calendarImport.create({
          data: {
            ...{ spaceId: here.id, resourceId: here.desks[0]?.id ?? "", name: "Mairie" },
            url: "https://calendrier.exemple.test/a.ics",
          },
        })
      ).id,
    keptPerson: async () => aKeptPerson(await host(), here),
    kept: async () => ({ slug, personId: await aKeptPerson(await host(), here) }),
    step: async () => {
      const data = { spaceId: here.id, kind: "induction" as const, rank: 1 };
      return (await db.welcomeStep.create({ data })).id;
    },
    membership: (state: "requested" | "active" = "active") =>
      aMembership(here, owner.personId, state),
    beneficiaryOf: async (organisationId: string) => {
      const where = { organisationId, role: "beneficiary" as const };
      return (await db.organisationPerson.findFirstOrThrow({ where })).personId;
    },
    organisation: async () =>
      (await anOrganisation({ delegates: [owner], beneficiaries: [await aListedMember()] })).id,
  };
}

/** Who may say it, and how: the very command that screens and API call. Whoever may not is told nothing is there. */
export type Verb = { who: readonly Standing[]; say: (world: World) => Promise<unknown> };
export type Verbs = Record<string, Verb>;

const signedIn = standings.filter((standing) => standing !== "visitor");
/** Rows of the table that are many. */
export const by = {
  owner: ["owner"],
  hosts: ["host", "admin"],
  ownerAndHosts: ["owner", "host", "admin"],
  staff: ["staff", "admin"],
  hostsAndStaff: ["host", "staff", "admin"],
  /** For oneself, whoever one is. */
  anybodySignedIn: signedIn,
  /** To somebody, unless they blocked one or are oneself. */
  othersNotBlocked: signedIn.filter((standing) => standing !== "owner" && standing !== "blocked"),
  notBlocked: signedIn.filter((standing) => standing !== "blocked"),
} as const satisfies Record<string, readonly Standing[]>;
