"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks } from "@/components/bookings/alternative-links";
import { seriesRefusalKeys } from "@/components/series/refusals";
import { stayedWords } from "@/components/series/series-words";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { closeRefusal, extendSeries, retryRefused } from "@/lib/bookings/series/additions/commands";
import { cancelSeries } from "@/lib/bookings/series/cancellations/commands";
import { cancelSeriesInput } from "@/lib/bookings/series/cancellations/schema";
import { bookSeries } from "@/lib/bookings/series/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import type { StayReason } from "@/lib/bookings/series/edits/schema";
import {
  bookSeriesInput,
  closeRefusalInput,
  editSeriesInput,
  extendSeriesInput,
  retryInput,
} from "@/lib/bookings/series/schema";
import type { Day } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { formAction } from "@/lib/web/form-action";

const page = "/mon-espace/series/[id]";

export const bookSeriesAction = formAction({
  name: "book-series",
  input: bookSeriesInput,
  run: bookSeries,
  done: ({ id }) => ({ redirect: `/mon-espace/series/${id}?faite=1` }),
  refused: async ({ refusal, data }) => {
    const [t, bookings, language] = await Promise.all([
      getTranslations("series"),
      getTranslations("bookings"),
      getLocale(),
    ]);
    revalidatePath("/mon-espace/series/nouvelle");
    const { alternatives = [] }: { alternatives?: Alternative[] } = data ?? {};
    return {
      message: t(seriesRefusalKeys[refusal]),
      data: { alternatives: alternativeLinks(alternatives, localeOf(language), bookings) },
    };
  },
});

export const retryRefusedAction = formAction({
  name: "retry-series",
  input: retryInput,
  run: retryRefused,
  done: ({ id, booked, refused }) => ({
    redirect: `/mon-espace/series/${id}?reprises=${booked}&refusees=${refused}`,
  }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("series"))(seriesRefusalKeys[refusal]),
  }),
});

export const closeRefusalAction = formAction({
  name: "close-refusal",
  input: closeRefusalInput,
  run: closeRefusal,
  done: ({ id }) => ({ redirect: `/mon-espace/series/${id}` }),
  refused: () => ({ message: "" }),
});

export const extendSeriesAction = formAction({
  name: "extend-series",
  input: extendSeriesInput,
  run: extendSeries,
  done: ({ id, booked, refused }) => ({
    redirect: `/mon-espace/series/${id}?reprises=${booked}&refusees=${refused}`,
  }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("series"))(seriesRefusalKeys[refusal]),
  }),
});

export const editSeriesAction = formAction({
  name: "edit-series",
  input: editSeriesInput,
  run: editSeries,
  done: async ({ moved, stayed }) => {
    revalidatePath(page, "page");
    const [t, language] = await Promise.all([getTranslations("series"), getLocale()]);
    const words = stayedWords(stayed, localeOf(language), t);
    return { message: t("changed", { moved, stayed: words }).trim() };
  },
  refused: async ({ refusal, data }) => {
    const [t, language] = await Promise.all([getTranslations("series"), getLocale()]);
    if (refusal !== "nothing_moved") return { message: t(seriesRefusalKeys[refusal]) };
    const { stayed = [] }: { stayed?: { day: Day; reason: StayReason }[] } = data ?? {};
    const words = stayedWords(stayed, localeOf(language), t);
    return { message: t("refusals.nothing_moved", { stayed: words }) };
  },
});

export const cancelSeriesAction = formAction({
  name: "cancel-series",
  input: cancelSeriesInput,
  run: cancelSeries,
  done: ({ id, cancelled, kept }) => ({
    redirect: `/mon-espace/series/${id}?annulees=${cancelled}&gardees=${kept}`,
  }),
  refused: async ({ refusal }) => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("series"))(seriesRefusalKeys[refusal]) };
  },
});
