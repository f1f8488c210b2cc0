import type { MailLocale, SignInCodePayload } from "../schema";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** The code first: it is read in the notification, without opening anything. */
export function signInCodeMail(payload: SignInCodePayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const { code, url, minutes } = payload;
  return mailDocument(locale, words("signInCode.subject", { code }), [
    { kind: "text", text: words("signInCode.intro") },
    { kind: "code", text: code },
    { kind: "text", text: words("signInCode.lasts", { minutes }) },
    { kind: "button", label: words("signInCode.link"), url },
    { kind: "small", text: words("signInCode.notYou") },
  ]);
}
