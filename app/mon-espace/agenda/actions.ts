"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { makeMemberFeed, revokeFeed } from "@/lib/bookings/feeds/commands";
import { makeFeedInput, revokeFeedInput } from "@/lib/bookings/feeds/schema";
import { feedAddress } from "@/lib/web/feed-address";
import { formAction } from "@/lib/web/form-action";

const page = "/mon-espace/agenda";

export const makeFeedAction = formAction({
  name: "make-feed",
  input: makeFeedInput,
  run: makeMemberFeed,
  done: async ({ token }) => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("agenda"))("made"), value: feedAddress(token) };
  },
  refused: () => ({ message: "" }),
  returnTo: () => page,
});

export const revokeFeedAction = formAction({
  name: "revoke-feed",
  input: revokeFeedInput,
  run: revokeFeed,
  done: async () => {
    revalidatePath(page, "page");
    revalidatePath("/hote/[slug]/agenda", "page");
    return { message: (await getTranslations("agenda"))("revoked") };
  },
  refused: () => ({ message: "" }),
  returnTo: () => page,
});
