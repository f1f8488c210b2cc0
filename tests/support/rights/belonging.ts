import { randomUUID } from "node:crypto";
import { redeemCode } from "@/lib/bookings/claims/commands";
import { addDays } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import {
  removeEmergencyContact,
  saveEmergencyContact,
} from "@/lib/members/emergency-contacts/commands";
import { acceptRules, publishRules } from "@/lib/members/house-rules/commands";
import { inviteToSpace, revokeInvitation } from "@/lib/members/invitations/commands";
import {
  correctKeptPerson,
  dropContactOf,
  keepPerson,
  nameContactOf,
  renewClaimCode,
} from "@/lib/members/kept-people/commands";
import {
  acceptMembership,
  declineMembership,
  endMembership,
  leaveSpace,
  requestMembership,
  undoMembershipDecision,
} from "@/lib/members/memberships/commands";
import {
  addToOrganisation,
  agreeToOrganisation,
  createOrganisation,
  endOrganisation,
  leaveOrganisation,
  removeFromOrganisation,
} from "@/lib/members/organisations/commands";
import { addStep, changeStep, markStep, removeStep } from "@/lib/members/welcome/commands";
import { eraseKeptPerson } from "@/lib/privacy/erasures/kept-people/commands";
import { saveCommute, withdrawCommute } from "@/lib/reports/commutes/commands";
import { mondayMorning, tuesday } from "../factories";
import { by, ten, type Verbs, type World } from "./world";

const _validUntil = addDays(tuesday, 10);
const _words = {
  kind: "ask",
  theme: "digital",
  title: "Une échelle",
  text: "Deux jours.",
} as const;
const contact = { name: "Ange Petit", phone: "05 65 00 00 00" };

const membershipOf = (w: World) => ({ slug: w.here.slug, personId: w.owner.personId });

/** Belonging to a space, its welcome and those it keeps. */
const ofBelonging: Verbs = {
  requestMembership: {
    who: by.anybodySignedIn,
    say: ({ actor, here: { slug } }) => requestMembership(actor, { slug }, mondayMorning),
  },
  leaveSpace: {
    who: by.owner,
    say: async (w) => {
      await w.membership();
      return leaveSpace(w.actor, { slug: w.here.slug }, mondayMorning);
    },
  },
  acceptMembership: {
    who: by.hosts,
    say: async (w) => {
      await w.membership("requested");
      return acceptMembership(w.actor, membershipOf(w), mondayMorning);
    },
  },
  declineMembership: {
    who: by.hosts,
    say: async (w) => {
      await w.membership("requested");
      return declineMembership(w.actor, membershipOf(w), mondayMorning);
    },
  },
  endMembership: {
    who: by.hosts,
    say: async (w) => {
      await w.membership();
      return endMembership(w.actor, membershipOf(w), mondayMorning);
    },
  },
  undoMembershipDecision: {
    who: by.hosts,
    say: async (w) => {
      await w.membership();
      return undoMembershipDecision(w.actor, membershipOf(w), mondayMorning);
    },
  },
  inviteToSpace: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => inviteToSpace(actor, { slug }, mondayMorning),
  },
  revokeInvitation: {
    who: by.hosts,
    say: async (w) => {
      const { slug } = w.here;
      await inviteToSpace(await w.host(), { slug }, mondayMorning);
      const { id } = await db.invitation.findFirstOrThrow({ where: { spaceId: w.here.id } });
      return revokeInvitation(w.actor, { slug, invitationId: id }, mondayMorning);
    },
  },
  /** Whether a code opens anything is one answer: it tells nobody what there is. */
  redeemCode: {
    who: by.anybodySignedIn,
    say: ({ actor }) => redeemCode(actor, { code: "ABCD2345", network: randomUUID() }, ten),
  },
  publishRules: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => publishRules(actor, { slug, text: "Calme" }, mondayMorning),
  },
  /** For somebody without a screen. */
  acceptRules: {
    who: by.hosts,
    say: async (w) => {
      const { slug } = w.here;
      const personId = await w.keptPerson();
      await publishRules(await w.host(), { slug, text: "Calme" }, mondayMorning);
      return acceptRules(w.actor, { slug, version: 1, personId }, ten);
    },
  },
  addStep: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) => addStep(actor, { slug, kind: "induction" }),
  },
  changeStep: {
    who: by.hosts,
    say: async (w) => {
      const step = { slug: w.here.slug, stepId: await w.step() };
      return changeStep(w.actor, { ...step, rank: 1 });
    },
  },
  removeStep: {
    who: by.hosts,
    say: async (w) => removeStep(w.actor, { slug: w.here.slug, stepId: await w.step() }, ten),
  },
  markStep: {
    who: by.hosts,
    say: async (w) => {
      await w.membership();
      const step = { ...membershipOf(w), stepId: await w.step() };
      return markStep(w.actor, { ...step, isDone: true }, ten);
    },
  },
  saveEmergencyContact: {
    who: by.anybodySignedIn,
    say: ({ actor }) => saveEmergencyContact(actor, contact),
  },
  removeEmergencyContact: {
    who: by.anybodySignedIn,
    say: ({ actor }) => removeEmergencyContact(actor),
  },
  /** Only of oneself: no other person's name goes with it. */
  saveCommute: {
    who: by.anybodySignedIn,
    say: ({ actor }) => saveCommute(actor, { workplace: "Cahors", mode: "car", agrees: "yes" }),
  },
  withdrawCommute: {
    who: by.anybodySignedIn,
    say: ({ actor }) => withdrawCommute(actor),
  },
  keepPerson: {
    who: by.hosts,
    say: ({ actor, here: { slug } }) =>
      keepPerson(actor, { slug, personId: randomUUID(), name: "Jeanne" }, ten),
  },
  renewClaimCode: {
    who: by.hosts,
    say: async (w) => renewClaimCode(w.actor, await w.kept(), ten),
  },
  correctKeptPerson: {
    who: by.hosts,
    say: async (w) => correctKeptPerson(w.actor, { ...(await w.kept()), name: "Jeanne B." }),
  },
  nameContactOf: {
    who: ["host"],
    say: async (w) => nameContactOf(w.actor, { ...(await w.kept()), ...contact }),
  },
  dropContactOf: {
    who: ["host"],
    say: async (w) => dropContactOf(w.actor, await w.kept()),
  },
  eraseKeptPerson: {
    who: by.hosts,
    say: async (w) => eraseKeptPerson(w.actor, await w.kept(), ten),
  },
};

/** Organisations that book for their people; the owner is the delegate of this one. */
const ofOrganisations: Verbs = {
  createOrganisation: {
    who: ["host", "otherHost", "staff", "admin"],
    say: ({ actor }) => {
      const made = { organisationId: randomUUID(), name: "Mairie", kind: "town_hall" as const };
      return createOrganisation(actor, made, mondayMorning);
    },
  },
  endOrganisation: {
    who: by.staff,
    say: async (w) => endOrganisation(w.actor, { organisationId: await w.organisation() }, ten),
  },
  /** Whom it books for; its delegates are named by staff. */
  addToOrganisation: {
    who: by.owner,
    say: async (w) => {
      const named = { email: "quelquun@exemple.test", role: "beneficiary" as const };
      const organisationId = await w.organisation();
      return addToOrganisation(w.actor, { organisationId, ...named }, ten);
    },
  },
  agreeToOrganisation: {
    who: by.owner,
    say: async (w) => agreeToOrganisation(w.actor, { organisationId: await w.organisation() }, ten),
  },
  leaveOrganisation: {
    who: by.owner,
    say: async (w) => leaveOrganisation(w.actor, { organisationId: await w.organisation() }, ten),
  },
  removeFromOrganisation: {
    who: by.owner,
    say: async (w) => {
      const organisationId = await w.organisation();
      const personId = await w.beneficiaryOf(organisationId);
      return removeFromOrganisation(w.actor, { organisationId, personId }, ten);
    },
  },
};

export const rightsOverBelonging: Verbs = { ...ofBelonging, ...ofOrganisations };
