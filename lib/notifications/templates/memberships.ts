import type {
  InvitationPayload,
  MailLocale,
  MembershipPayload,
  OrganisationPayload,
} from "../schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

export type MembershipMail =
  | "membership-requested"
  | "membership-accepted"
  | "membership-declined"
  | "membership-ended";

const keys = {
  "membership-requested": "membershipRequested",
  "membership-accepted": "membershipAccepted",
  "membership-declined": "membershipDeclined",
  "membership-ended": "membershipEnded",
} as const;

/** A request to belong to a space, and what its hosts answered; whose it is stays out of mailboxes. */
export function membershipMail(
  kind: MembershipMail,
  { spaceName: space, url }: MembershipPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  const key = keys[kind];
  return mailDocument(locale, words(`${key}.subject`, { space }), [
    { kind: "text", text: words(`${key}.intro`) },
    { kind: "button", label: words(`${key}.button`), url },
  ]);
}

/** A code that makes its reader a member; the page it opens asks before anything is done. */
export function invitationMail(
  { spaceName: space, code, url }: InvitationPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("invitation.subject", { space }), [
    { kind: "text", text: words("invitation.intro") },
    { kind: "code", text: code },
    { kind: "button", label: words("invitation.button"), url },
    { kind: "small", text: words("invitation.lasts") },
  ]);
}

/** An organisation asks somebody to let it book for them, or to book for its people. */
export function organisationInvitedMail(
  { organisationName: organisation, role, url }: OrganisationPayload,
  locale: MailLocale,
): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("organisationInvited.subject", { organisation }), [
    { kind: "text", text: words(`organisationInvited.${role}`, { organisation }) },
    { kind: "button", label: words("organisationInvited.button"), url },
    { kind: "small", text: words("organisationInvited.free") },
  ]);
}
