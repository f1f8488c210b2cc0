import type { Category } from "../choices/schema";
import type { MailLocale } from "../schema";
import { mailWords } from "../templates/layout";

/** Where a push of each category leads. */
const pages: Record<Category, string> = {
  reminders: "/mon-espace",
  messages: "/messages",
  mutual_help: "/mon-espace/rencontres",
  community: "/mon-espace/rencontres",
  waiting_list: "/mon-espace/liste-attente",
  exchanges: "/mon-espace",
  hosting: "/mon-espace",
};

/**
 * What a browser is told: what it is about and the page, nothing of whom nor where; it lights up on a
 * table for anybody to read.
 */
export function pushMessage(category: Category, locale: MailLocale): string {
  return JSON.stringify({ title: mailWords(locale)(`push.${category}`), url: pages[category] });
}

/** What the answer of a push service means: it has it; the browser is gone; it will never take it; try again. */
export function decidePush(
  answer: { ok: true; value: { status: number } } | { ok: false; refusal: string },
): "told" | "gone" | "given_up" | "again" {
  if (!answer.ok) {
    const isOurs = ["not_reachable", "too_slow", "host_unknown"].includes(answer.refusal);
    return isOurs ? "again" : "given_up";
  }
  const { status } = answer.value;
  if (status >= 200 && status < 300) return "told";
  if (status === 404 || status === 410) return "gone";
  return status === 429 || status >= 500 ? "again" : "given_up";
}

/** Whether that may be the address of a push service: over TLS, unless everything is invented here. */
export function isPushAddress(endpoint: string, isDemonstration: boolean): boolean {
  return new URL(endpoint).protocol === "https:" || isDemonstration;
}
