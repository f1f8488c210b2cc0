"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { importRefusalKeys } from "@/components/host/import-words";
import { makeSpaceFeed } from "@/lib/bookings/feeds/commands";
import { makeSpaceFeedInput } from "@/lib/bookings/feeds/schema";
import { addImport, refreshImport, removeImport } from "@/lib/bookings/imports/commands";
import { addImportInput, importInput } from "@/lib/bookings/imports/schema";
import { feedAddress } from "@/lib/web/feed-address";
import { formAction } from "@/lib/web/form-action";

const page = "/hote/[slug]/agenda";

export const makeSpaceFeedAction = formAction({
  name: "make-space-feed",
  input: makeSpaceFeedInput,
  run: makeSpaceFeed,
  done: async ({ token }) => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("agenda"))("made"), value: feedAddress(token) };
  },
  refused: () => ({ message: "" }),
});

export const addImportAction = formAction({
  name: "add-import",
  input: addImportInput,
  run: addImport,
  done: async () => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("agenda"))("added") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("agenda"))(importRefusalKeys[refusal]),
  }),
});

export const refreshImportAction = formAction({
  name: "refresh-import",
  input: importInput,
  run: refreshImport,
  done: async () => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("agenda"))("refreshed") };
  },
  refused: async ({ refusal }) => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("agenda"))(importRefusalKeys[refusal]) };
  },
});

export const removeImportAction = formAction({
  name: "remove-import",
  input: importInput,
  run: removeImport,
  done: async () => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("agenda"))("removed") };
  },
  refused: () => ({ message: "" }),
});
