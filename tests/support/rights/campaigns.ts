import { randomBytes, randomUUID } from "node:crypto";
import { day } from "@/lib/core/day";
import { placeTownHall } from "@/lib/members/organisations/town-halls/commands";
import { amendCampaign } from "@/lib/surveys/amendments/commands";
import {
  changeCampaign,
  changeTexts,
  createCampaign,
  sayCampaignVerb,
} from "@/lib/surveys/campaigns/changes/commands";
import { addPartner, removePartner } from "@/lib/surveys/campaigns/partners/commands";
import { beginEntry, enterSheet } from "@/lib/surveys/entries/commands";
import { decideBurst } from "@/lib/surveys/floods/bursts/commands";
import { editVersion, restoreVersion } from "@/lib/surveys/versions/commands";
import { aDraftCampaign } from "../campaigns";
import { aQuestion } from "../questionnaires";
import { aCampaign, whileOpen } from "../surveys";
import { by, type Verbs } from "./world";

const three = async () =>
  (await aDraftCampaign([aQuestion("a"), aQuestion("b"), aQuestion("c")])).campaign;
const window = {
  ...{ firstDay: day("2027-06-15"), firstMinute: 0 },
  ...{ lastDay: day("2027-09-15"), lastMinute: 1439 },
};
const contactEmail = "contact@essai.test";
const partner = { name: "Mairie", code: "mairie", origin: "https://mairie.exemple.test" };
const questionMoved = { kind: "question_moved", question: "b", by: "down" } as const;

/** Running campaigns and writing what they ask. */
const ofCampaigns: Verbs = {
  createCampaign: {
    who: by.staff,
    say: async ({ actor }) => {
      const { survey, version } = await aCampaign();
      const made = { campaignId: randomUUID(), window, contactEmail };
      return createCampaign(actor, { ...made, questionnaire: { survey, version } }, whileOpen);
    },
  },
  changeCampaign: {
    who: by.staff,
    say: async ({ actor }) => {
      const { slug } = await three();
      return changeCampaign(actor, { slug, revision: 1, window, contactEmail }, whileOpen);
    },
  },
  changeTexts: {
    who: by.staff,
    say: async ({ actor }) =>
      changeTexts(actor, { slug: (await three()).slug, revision: 1 }, whileOpen),
  },
  sayCampaignVerb: {
    who: by.staff,
    say: async ({ actor }) =>
      sayCampaignVerb(actor, { slug: (await three()).slug, verb: "ready" }, whileOpen),
  },
  amendCampaign: {
    who: by.staff,
    say: async ({ actor }) => {
      const { slug, revision } = await three();
      return amendCampaign(actor, { slug, revision, version: 2, read: 1 }, whileOpen);
    },
  },
  decideBurst: {
    who: by.staff,
    say: async ({ actor }) => {
      const burst = { slug: (await three()).slug, day: day("2026-07-01"), verb: "hold" } as const;
      return decideBurst(actor, burst, whileOpen);
    },
  },
  addPartner: {
    who: by.staff,
    say: async ({ actor }) =>
      addPartner(actor, { slug: (await three()).slug, ...partner }, whileOpen),
  },
  removePartner: {
    who: by.staff,
    say: async ({ actor }) =>
      removePartner(actor, { slug: (await three()).slug, code: "mairie" }, whileOpen),
  },
  editVersion: {
    who: by.staff,
    say: async ({ actor }) => {
      const { survey, version } = await three();
      return editVersion(actor, { survey, version, revision: 1, edit: questionMoved }, whileOpen);
    },
  },
  restoreVersion: {
    who: by.staff,
    say: async ({ actor }) => {
      const { survey, version } = await three();
      const read = { survey, version, revision: 1 };
      return restoreVersion(actor, { ...read, from: { version } }, whileOpen);
    },
  },
  placeTownHall: {
    who: by.staff,
    say: async ({ actor, organisation }) =>
      placeTownHall(actor, { organisationId: await organisation() }),
  },
};

const entry = { mode: "paper", language: "fr" } as const;

/** Entering for others, at the desk of a space: its hosts. */
const ofEntries: Verbs = {
  beginEntry: {
    who: by.hosts,
    say: async ({ actor, here: { slug } }) => {
      const campaign = (await aCampaign()).slug;
      return beginEntry(actor, { ...entry, campaign, desk: { kind: "space", slug } }, whileOpen);
    },
  },
  enterSheet: {
    who: by.hosts,
    say: async ({ actor, here: { slug } }) => {
      const at = { campaign: (await aCampaign()).slug, desk: { kind: "space" as const, slug } };
      const sheet = { code: randomBytes(16).toString("base64url"), isBlank: false, raw: {} };
      return enterSheet(actor, { ...entry, ...at, ...sheet }, whileOpen);
    },
  },
};

export const rightsOverCampaigns: Verbs = { ...ofCampaigns, ...ofEntries };
