import { thank } from "@/lib/bookings/thanks/commands";
import { addDays } from "@/lib/core/day";
import {
  closeReport,
  dismissReport,
  hideReported,
  reopenReport,
  reportAbuse,
} from "@/lib/members/abuse-reports/commands";
import { closeAd, editAd, postAd, renewAd, reopenAd } from "@/lib/members/ads/commands";
import {
  markConversationRead,
  replyToConversation,
  resumeConversation,
  startConversation,
  stopConversation,
} from "@/lib/members/conversations/commands";
import { mondayMorning, tuesday } from "../factories";
import { by, ten, type Verbs } from "./world";

const validUntil = addDays(tuesday, 10);
const words = { kind: "ask", theme: "digital", title: "Une échelle", text: "Deux jours." } as const;
const _contact = { name: "Ange Petit", phone: "05 65 00 00 00" };

/** Needs and offers, and words between members. */
const ofMutualHelp: Verbs = {
  postAd: {
    who: by.anybodySignedIn,
    say: ({ actor }) => postAd(actor, { ...words, validUntil }, mondayMorning),
  },
  editAd: {
    who: by.owner,
    say: async (w) => editAd(w.actor, { adId: await w.ad(), ...words, validUntil }, mondayMorning),
  },
  closeAd: {
    who: by.owner,
    say: async (w) => closeAd(w.actor, { adId: await w.ad() }, mondayMorning),
  },
  reopenAd: {
    who: by.owner,
    say: async (w) => reopenAd(w.actor, { adId: await w.ad() }, mondayMorning),
  },
  renewAd: {
    who: by.owner,
    say: async (w) => renewAd(w.actor, { adId: await w.ad() }, mondayMorning),
  },
  /** In answer to an ad; to oneself it is refused in words. */
  startConversation: {
    who: by.notBlocked,
    say: async (w) => {
      const message = { adId: await w.ad(), text: "Bonjour" };
      return startConversation(w.actor, message, mondayMorning);
    },
  },
  replyToConversation: {
    who: by.owner,
    say: async (w) => {
      const conversationId = await w.conversation();
      return replyToConversation(w.actor, { conversationId, text: "Oui" }, mondayMorning);
    },
  },
  markConversationRead: {
    who: by.owner,
    say: async (w) => {
      const conversationId = await w.conversation();
      return markConversationRead(w.actor, { conversationId }, mondayMorning);
    },
  },
  stopConversation: {
    who: by.owner,
    say: async (w) => {
      const conversationId = await w.conversation();
      return stopConversation(w.actor, { conversationId }, mondayMorning);
    },
  },
  resumeConversation: {
    who: by.owner,
    say: async (w) => {
      const conversationId = await w.conversation();
      return resumeConversation(w.actor, { conversationId });
    },
  },
  reportAbuse: {
    who: by.othersNotBlocked,
    say: async (w) => reportAbuse(w.actor, { adId: await w.ad(), reason: "insult" }, mondayMorning),
  },
  hideReported: {
    who: by.hostsAndStaff,
    say: async (w) =>
      hideReported(w.actor, { reportId: await w.report(), reason: "Hors sujet" }, ten),
  },
  dismissReport: {
    who: by.hostsAndStaff,
    say: async (w) => dismissReport(w.actor, { reportId: await w.report() }, ten),
  },
  closeReport: {
    who: by.hostsAndStaff,
    say: async (w) => closeReport(w.actor, { reportId: await w.report() }, ten),
  },
  reopenReport: {
    who: by.hostsAndStaff,
    say: async (w) => reopenReport(w.actor, { reportId: await w.report() }, ten),
  },
  /** Only between two who did meet: none of these did. */
  thank: {
    who: [],
    say: ({ actor, owner }) => thank(actor, { personId: owner.personId, day: tuesday }, ten),
  },
};

export const rightsOverMutualHelp: Verbs = ofMutualHelp;
