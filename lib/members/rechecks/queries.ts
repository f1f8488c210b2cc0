import type { Recheck } from "@/lib/notifications/rechecks/queries";
import { notificationPayloads } from "@/lib/notifications/schema";
import { listHiddenPeople } from "../blocks/queries";

/**
 * What of a mail between members is still to be told when it is sent: a message that still stands and no
 * moderator hid, of somebody no block hides since. Other mails are as they were told.
 */
export const recheckMessages: Recheck = async (tx, { kind, personId, payload }) => {
  // Emptied once its mail has left, for a push that comes after.
  const told = notificationPayloads["message-received"].safeParse(payload).data;
  if (kind !== "message-received" || !personId || !told?.messageId) return payload;
  const message = await tx.conversationMessage.findUnique({
    where: { id: told.messageId },
    select: { senderId: true, hiddenAt: true },
  });
  const hidden = await listHiddenPeople(personId, tx);
  const isTold = message && !message.hiddenAt && !hidden.includes(message.senderId);
  return isTold ? payload : null;
};
