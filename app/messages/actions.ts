"use server";

import { getTranslations } from "next-intl/server";
import { messageRefusalKeys } from "@/components/messages/refusals";
import {
  replyToConversation,
  resumeConversation,
  startConversation,
  stopConversation,
} from "@/lib/members/conversations/commands";
import {
  conversationIdInput,
  firstMessageInput,
  replyInput,
} from "@/lib/members/conversations/schema";
import { formAction } from "@/lib/web/form-action";

export const startConversationAction = formAction({
  name: "start-conversation",
  input: firstMessageInput,
  run: startConversation,
  done: ({ id }) => ({ redirect: `/messages/${id}?envoye=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("conversations"))(messageRefusalKeys[refusal]),
  }),
});

export const replyToConversationAction = formAction({
  name: "reply",
  input: replyInput,
  run: replyToConversation,
  done: ({ id }) => ({ redirect: `/messages/${id}?envoye=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("conversations"))(messageRefusalKeys[refusal]),
  }),
});

export const stopConversationAction = formAction({
  name: "stop-conversation",
  input: conversationIdInput,
  run: stopConversation,
  done: ({ id }) => ({ redirect: `/messages/${id}` }),
  refused: () => ({ message: "" }),
});

export const resumeConversationAction = formAction({
  name: "resume-conversation",
  input: conversationIdInput,
  run: resumeConversation,
  done: ({ id }) => ({ redirect: `/messages/${id}` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("conversations"))(messageRefusalKeys[refusal]),
  }),
});
