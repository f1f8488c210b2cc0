"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { pushRefusalKeys } from "@/components/notifications/refusals";
import { saveChoices } from "@/lib/notifications/choices/commands";
import { choicesInput } from "@/lib/notifications/choices/schema";
import { subscribe, unsubscribeDevices } from "@/lib/notifications/push/commands";
import { subscribeInput } from "@/lib/notifications/push/schema";
import { formAction } from "@/lib/web/form-action";

export const saveChoicesAction = formAction({
  name: "notification-choices",
  input: choicesInput,
  run: saveChoices,
  done: () => ({ redirect: "/mon-espace/notifications?fait=enregistre" }),
  refused: () => ({ message: "" }),
});

export const enablePushAction = formAction({
  name: "enable-push",
  input: subscribeInput,
  run: subscribe,
  done: async () => {
    revalidatePath("/mon-espace/notifications", "page");
    return { message: (await getTranslations("notifications"))("enabled") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("notifications"))(pushRefusalKeys[refusal]),
  }),
});

export const disablePushAction = formAction({
  name: "disable-push",
  input: z.strictObject({}),
  run: unsubscribeDevices,
  done: () => ({ redirect: "/mon-espace/notifications?fait=arrete" }),
  refused: () => ({ message: "" }),
});
