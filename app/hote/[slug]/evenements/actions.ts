"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { editingRefusalWords } from "@/components/events/refusal-words";
import { localeOf } from "@/lib/core/locale";
import { createEvent, editEvent } from "@/lib/events/editing/commands";
import { eventIdInput } from "@/lib/events/editing/schema";
import { createEventForm, editEventForm } from "@/lib/events/forms/schema";
import { acceptProposal, refuseProposal } from "@/lib/events/proposals/commands";
import { refuseProposalInput } from "@/lib/events/proposals/schema";
import { cancelEvent, publishEvent, reopenEvent } from "@/lib/events/showings/commands";
import { cancelEventInput } from "@/lib/events/showings/schema";
import { formAction } from "@/lib/web/form-action";

export const createEventAction = formAction({
  name: "create-event",
  input: createEventForm,
  run: createEvent,
  done: ({ slug, spaceSlug }, { publishes }) => ({
    redirect: publishes
      ? `/hote/${spaceSlug}/evenements?fait=annonce`
      : `/hote/${spaceSlug}/evenements/${slug}/modifier?fait=brouillon`,
  }),
  refused: async (refused, { slug }) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return editingRefusalWords(refused, slug, t, localeOf(language));
  },
});

export const editEventAction = formAction({
  name: "edit-event",
  input: editEventForm,
  run: editEvent,
  done: ({ slug, spaceSlug, isChanged }) => ({
    redirect: `/hote/${spaceSlug}/evenements/${slug}/modifier?fait=${isChanged ? "enregistre" : "rien"}`,
  }),
  refused: async (refused) => {
    // The page sends the mark of what is said now.
    revalidatePath("/hote/[slug]/evenements/[event]/modifier", "page");
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return editingRefusalWords(refused, null, t, localeOf(language));
  },
});

export const publishEventAction = formAction({
  name: "publish-event",
  input: eventIdInput,
  run: publishEvent,
  done: ({ spaceSlug }) => ({ redirect: `/hote/${spaceSlug}/evenements?fait=annonce` }),
  refused: async (refused) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return editingRefusalWords(refused, null, t, localeOf(language));
  },
});

export const cancelEventAction = formAction({
  name: "cancel-event",
  input: cancelEventInput,
  run: cancelEvent,
  done: ({ spaceSlug }) => ({ redirect: `/hote/${spaceSlug}/evenements?fait=annule` }),
  refused: async (refused) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return editingRefusalWords(refused, null, t, localeOf(language));
  },
});

export const reopenEventAction = formAction({
  name: "reopen-event",
  input: eventIdInput,
  run: reopenEvent,
  done: ({ slug, spaceSlug }) => ({
    redirect: `/hote/${spaceSlug}/evenements/${slug}/modifier?fait=retabli`,
  }),
  refused: async (refused) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return editingRefusalWords(refused, null, t, localeOf(language));
  },
});

export const acceptProposalAction = formAction({
  name: "accept-proposal",
  input: eventIdInput,
  run: acceptProposal,
  done: ({ spaceSlug }) => ({ redirect: `/hote/${spaceSlug}/evenements?fait=annonce` }),
  refused: async (refused) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return editingRefusalWords(refused, null, t, localeOf(language));
  },
});

export const refuseProposalAction = formAction({
  name: "refuse-proposal",
  input: refuseProposalInput,
  run: refuseProposal,
  done: ({ slug, spaceSlug }) => ({
    redirect: `/hote/${spaceSlug}/evenements/${slug}/modifier?fait=refuse`,
  }),
  refused: async (refused) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    return editingRefusalWords(refused, null, t, localeOf(language));
  },
});
