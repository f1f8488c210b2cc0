"use server";

import { getTranslations } from "next-intl/server";
import { unsubscribeRefusalKeys } from "@/components/notifications/refusals";
import { resubscribe, unsubscribe } from "@/lib/notifications/unsubscribing/commands";
import { stoppedAsText } from "@/lib/notifications/unsubscribing/rules";
import {
  resubscribeInput,
  type UnsubscribeRefusal,
  unsubscribeInput,
} from "@/lib/notifications/unsubscribing/schema";
import { formAction } from "@/lib/web/form-action";

const page = (jeton: string, after: string) =>
  `/desabonnement?jeton=${encodeURIComponent(jeton)}&${after}`;

const inWords = async ({ refusal }: { refusal: UnsubscribeRefusal }) => ({
  message: (await getTranslations("notifications"))(unsubscribeRefusalKeys[refusal]),
});

export const unsubscribeAction = formAction({
  name: "unsubscribe",
  input: unsubscribeInput,
  run: unsubscribe,
  done: ({ stopped }, { jeton }) => ({
    redirect: page(jeton, `fait=${encodeURIComponent(stoppedAsText(stopped))}`),
  }),
  refused: inWords,
});

export const resubscribeAction = formAction({
  name: "resubscribe",
  input: resubscribeInput,
  run: resubscribe,
  done: (_resumed, { jeton }) => ({ redirect: page(jeton, "retabli=1") }),
  refused: inWords,
});
