import { z } from "zod";
import { severalLines } from "@/lib/core/plain-text";

export const longestMessage = 2000;

const text = z
  .string()
  .max(8_000)
  .transform(severalLines)
  .pipe(z.string().min(1).max(longestMessage));

/** To the author of an ad, in answer to it, or else to a person. */
export type MessageTarget = { to?: string | undefined; adId?: string | undefined };

export const firstMessageInput = z.strictObject({
  to: z.uuid().optional(),
  adId: z.uuid().optional(),
  text,
});
export type FirstMessageInput = z.infer<typeof firstMessageInput>;

export const conversationIdInput = z.strictObject({ conversationId: z.uuid() });
export type ConversationIdInput = z.infer<typeof conversationIdInput>;

export const replyInput = z.strictObject({
  conversationId: z.uuid(),
  text,
  /** The sender gives their own address with this message. */
  givesAddress: z.literal("yes").optional(),
});
export type ReplyInput = z.infer<typeof replyInput>;

export type MessageRefusal =
  | "own_ad"
  | "conversation_stopped"
  | "person_gone"
  | "too_many_messages"
  | "too_many_to_one";

export type StopRefusal = "stopped_by_other";
