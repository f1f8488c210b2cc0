import { randomUUID } from "node:crypto";
import { NotFound } from "@/lib/core/errors";
import { createToken, revokeToken } from "@/lib/identity/api-tokens/commands";
import { hashOfToken, signOutEverywhere } from "@/lib/identity/commands";
import { noteReading } from "@/lib/identity/journal/readings/commands";
import { grantRole, nameHolder, withdrawRole } from "@/lib/identity/roles/commands";
import { endSession } from "@/lib/identity/sessions/commands";
import { listOwnSessions } from "@/lib/identity/sessions/queries";
import { db } from "@/lib/infra/db";
import { saveChoices } from "@/lib/notifications/choices/commands";
import { choicesInput } from "@/lib/notifications/choices/schema";
import { subscribe, unsubscribeDevices } from "@/lib/notifications/push/commands";
import {
  createWebhook,
  removeWebhook,
  resendDelivery,
} from "@/lib/notifications/webhooks/commands";
import { webhookKinds } from "@/lib/notifications/webhooks/schema";
import { eraseOwnAccount } from "@/lib/privacy/erasures/commands";
import { updateNetworkSettings } from "@/lib/privacy/network-settings/commands";
import { getNetworkSettings } from "@/lib/privacy/network-settings/queries";
import { by, standings, ten, type Verbs, type World } from "./world";

const tellNobody = async () => {};
const evenements = [...webhookKinds];
const webhook = async ({ owner }: World) => {
  const adresse = "https://exemple.test/crochet";
  const made = await createWebhook(owner, { adresse, evenements }, ten);
  if (!made.ok) throw new Error(made.refusal);
  return made.value.id;
};
const choices = choicesInput.parse({
  ...{ mail_reminders: "now", mail_messages: "now", mail_mutual_help: "now" },
  ...{ mail_community: "now", mail_waiting_list: "now", mail_exchanges: "now" },
});

/** An account, its keys and its choices. */
const ofAccounts: Verbs = {
  createToken: {
    who: by.anybodySignedIn,
    say: ({ actor }) => createToken(actor, { nom: "Script", droits: [], duree: "365" }, ten),
  },
  revokeToken: {
    who: by.owner,
    say: async (w) => {
      const made = await createToken(w.owner, { nom: "Script", droits: [], duree: "365" }, ten);
      return revokeToken(w.actor, { tokenId: made.ok ? made.value.id : "" }, ten);
    },
  },
  /** It answers everybody alike; whose session is left tells what it did. */
  endSession: {
    who: by.owner,
    say: async ({ actor, owner }) => {
      const tokenHash = hashOfToken(randomUUID());
      const { personId } = owner;
      const expiresAt = new Date(Date.now() + 86_400_000);
      await db.session.create({ data: { tokenHash, personId, expiresAt } });
      const [own] = await listOwnSessions(owner, null);
      await endSession(actor, { sessionId: own?.id ?? "" });
      if ((await db.session.count({ where: { tokenHash } })) > 0) throw new NotFound();
    },
  },
  /** Nobody signed in has nothing to end. */
  signOutEverywhere: { who: standings, say: ({ actor }) => signOutEverywhere(actor) },
  saveChoices: { who: by.anybodySignedIn, say: ({ actor }) => saveChoices(actor, choices) },
  subscribe: {
    who: by.anybodySignedIn,
    say: ({ actor }) => {
      const endpoint = `https://exemple.test/${randomUUID()}`;
      const keys = { p256dh: "A".repeat(87), auth: "A".repeat(22) };
      return subscribe(actor, { endpoint, ...keys }, ten);
    },
  },
  unsubscribeDevices: { who: by.anybodySignedIn, say: ({ actor }) => unsubscribeDevices(actor) },
  eraseOwnAccount: {
    who: by.anybodySignedIn,
    say: ({ actor }) => eraseOwnAccount(actor, { mot: "non" }, ten),
  },
};

/** Roles, the network's settings, and what tells other programs. */
const ofTheNetwork: Verbs = {
  nameHolder: {
    who: by.staff,
    say: ({ actor, owner, here }) => {
      const role = { role: "host" as const, spaceId: here.id };
      return nameHolder(actor, { courriel: owner.email ?? "", role }, tellNobody, ten);
    },
  },
  grantRole: {
    who: by.staff,
    say: ({ actor, owner, here }) =>
      grantRole(actor, { personId: owner.personId, role: "host", spaceId: here.id }, ten),
  },
  withdrawRole: {
    who: by.staff,
    say: async ({ actor, owner, here }) => {
      const data = { personId: owner.personId, role: "host" as const, spaceId: here.id };
      const { id } = await db.roleGrant.create({ data });
      return withdrawRole(actor, { grantId: id }, tellNobody, ten);
    },
  },
  noteReading: {
    who: by.staff,
    say: ({ actor }) => noteReading(actor, { filters: {}, isFile: false }, ten),
  },
  updateNetworkSettings: {
    who: by.staff,
    say: async ({ actor }) => updateNetworkSettings(actor, await getNetworkSettings(), ten),
  },
  /** Of a space; of their own bookings, anybody. */
  createWebhook: {
    who: by.hosts,
    say: ({ actor, here }) => {
      const adresse = "https://exemple.test/crochet";
      return createWebhook(actor, { adresse, evenements, lieu: here.id }, ten);
    },
  },
  removeWebhook: {
    who: by.owner,
    say: async (w) => removeWebhook(w.actor, { webhookId: await webhook(w) }, ten),
  },
  resendDelivery: {
    who: by.owner,
    say: async (w) => {
      const data = { eventId: randomUUID(), kind: "booking.created", payload: {}, failedAt: ten };
      const { id } = await db.webhookDelivery.create({
        data: { ...data, webhookId: await webhook(w) },
      });
      return resendDelivery(w.actor, { deliveryId: id });
    },
  },
};

export const rightsOverAccounts: Verbs = { ...ofAccounts, ...ofTheNetwork };
