"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { webhookRefusalKeys } from "@/components/notifications/refusals";
import { createToken, revokeToken } from "@/lib/identity/api-tokens/commands";
import { createTokenInput, tokenIdInput } from "@/lib/identity/api-tokens/schema";
import {
  createWebhook,
  removeWebhook,
  resendDelivery,
} from "@/lib/notifications/webhooks/commands";
import {
  createWebhookInput,
  deliveryIdInput,
  webhookIdInput,
} from "@/lib/notifications/webhooks/schema";
import { formAction } from "@/lib/web/form-action";

const address = "/mon-espace/cles";

export const createTokenAction = formAction({
  name: "token",
  input: createTokenInput,
  run: createToken,
  done: async ({ token }) => {
    revalidatePath(address);
    return { message: (await getTranslations("keys"))("tokenMade", { token }) };
  },
  refused: async () => ({ message: (await getTranslations("keys"))("tooManyTokens") }),
  returnTo: () => address,
});

export const revokeTokenAction = formAction({
  name: "token-revoke",
  input: tokenIdInput,
  run: revokeToken,
  done: () => ({ redirect: `${address}?fait=revoque` }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});

export const createWebhookAction = formAction({
  name: "webhook",
  input: createWebhookInput,
  run: createWebhook,
  done: async ({ secret }) => {
    revalidatePath(address);
    return { message: (await getTranslations("keys"))("webhookMade", { secret }) };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("keys"))(webhookRefusalKeys[refusal]),
  }),
  returnTo: () => address,
});

export const removeWebhookAction = formAction({
  name: "webhook-remove",
  input: webhookIdInput,
  run: removeWebhook,
  done: () => ({ redirect: `${address}?fait=retire` }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});

export const resendDeliveryAction = formAction({
  name: "webhook-resend",
  input: deliveryIdInput,
  run: resendDelivery,
  done: () => ({ redirect: `${address}?fait=renvoye` }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});
