"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import {
  editingRefusalWords,
  noDateWords,
  reopeningRefusalWords,
} from "@/components/events/refusal-words";
import { speakerRefusalKeys } from "@/components/events/refusals";
import { photoRefusalKeys } from "@/components/members/refusals";
import { seriesRefusalKeys } from "@/components/series/refusals";
import { localeOf } from "@/lib/core/locale";
import { ok, type Result } from "@/lib/core/result";
import { createEvent, editEvent } from "@/lib/events/editing/commands";
import { type EditingRefusal, type EventAddress, eventIdInput } from "@/lib/events/editing/schema";
import { createEventForm, editEventForm } from "@/lib/events/forms/schema";
import { removePicture, savePicture } from "@/lib/events/pictures/commands";
import { pictureInput } from "@/lib/events/pictures/schema";
import { acceptProposal, refuseProposal } from "@/lib/events/proposals/commands";
import { refuseProposalInput } from "@/lib/events/proposals/schema";
import { repeatEvent } from "@/lib/events/series/commands";
import {
  cancelFollowing,
  type EditedSeries,
  editFollowing,
} from "@/lib/events/series/edits/commands";
import { writeRefused } from "@/lib/events/series/rules";
import { repeatEventInput } from "@/lib/events/series/schema";
import { cancelEvent, publishEvent, reopenEvent } from "@/lib/events/showings/commands";
import { cancelEventInput } from "@/lib/events/showings/schema";
import { addSpeaker, removeSpeaker } from "@/lib/events/speakers/commands";
import { addSpeakerInput, speakerInput } from "@/lib/events/speakers/schema";
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
  run: async (actor, { scope, ...input }): Promise<Result<EditedSeries, EditingRefusal>> => {
    if (scope === "following") return editFollowing(actor, input);
    const edited = await editEvent(actor, input);
    return edited.ok ? ok({ ...edited.value, followed: 0, refused: [] }) : edited;
  },
  done: ({ slug, spaceSlug, isChanged, followed, refused }, { scope }) => {
    const page = `/hote/${spaceSlug}/evenements/${slug}/modifier`;
    if (scope === "following") {
      return { redirect: `${page}?suivies=${followed}&refusees=${writeRefused(refused)}` };
    }
    return { redirect: `${page}?fait=${isChanged ? "enregistre" : "rien"}` };
  },
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
  run: (actor, input) =>
    input.scope === "following" ? cancelFollowing(actor, input) : cancelEvent(actor, input),
  done: ({ spaceSlug, wasShown }) => ({
    redirect: `/hote/${spaceSlug}/evenements?fait=${wasShown ? "annule" : "abandonne"}`,
  }),
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
  refused: async (refused) => reopeningRefusalWords(refused, await getTranslations("eventsEdit")),
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

export const repeatEventAction = formAction({
  name: "repeat-event",
  input: repeatEventInput,
  run: repeatEvent,
  done: ({ slug, spaceSlug, made, refused }) => ({
    redirect: `/hote/${spaceSlug}/evenements/${slug}/modifier?creees=${made}&refusees=${writeRefused(refused)}`,
  }),
  refused: async ({ refusal, data }) => {
    const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
    if (refusal === "event_ended" || refusal === "no_date") {
      return { message: noDateWords(data, t, localeOf(language)) };
    }
    return { message: (await getTranslations("series"))(seriesRefusalKeys[refusal]) };
  },
});

const pictureAddress = ({ spaceSlug, slug }: EventAddress) =>
  `/hote/${spaceSlug}/evenements/${slug}/affiche`;

export const savePictureAction = formAction({
  name: "event-picture",
  input: pictureInput,
  file: "photo",
  run: async (actor, { photo, ...input }) =>
    savePicture(actor, { ...input, bytes: Buffer.from(await photo.arrayBuffer()) }),
  done: (address) => ({ redirect: pictureAddress(address) }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("profile"))(photoRefusalKeys[refusal]),
  }),
});

export const removePictureAction = formAction({
  name: "event-picture-remove",
  input: eventIdInput,
  run: removePicture,
  done: (address) => ({ redirect: pictureAddress(address) }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const addSpeakerAction = formAction({
  name: "add-speaker",
  input: addSpeakerInput,
  run: addSpeaker,
  done: (address) => ({ redirect: pictureAddress(address) }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("eventsEdit.speakers"))(speakerRefusalKeys[refusal]),
  }),
});

export const removeSpeakerAction = formAction({
  name: "remove-speaker",
  input: speakerInput,
  run: removeSpeaker,
  done: (address) => ({ redirect: pictureAddress(address) }),
  refused: ({ refusal }) => ({ message: refusal }),
});
