import type { MailLocale, RoleChangedPayload } from "../schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** A role given or taken back: what the person may do from now on, and whom to ask if it is a mistake. */
export function roleChangedMail(payload: RoleChangedPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const { change, role } = payload;
  const told = { space: payload.spaceName ?? "" };
  return mailDocument(locale, words(`roleChanged.${change}.subject.${role}`, told), [
    { kind: "text", text: words(`roleChanged.${change}.intro.${role}`, told) },
    { kind: "text", text: words(`roleChanged.${change}.next`) },
    { kind: "button", label: words("roleChanged.button"), url: payload.url },
  ]);
}
