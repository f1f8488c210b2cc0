import { getLocale, getTranslations } from "next-intl/server";
import { named } from "@/lib/core/elision";
import { localeOf } from "@/lib/core/locale";
import type { MessageView, Thread } from "@/lib/members/conversations/queries";
import { momentOf } from "./message-words";

type ThreadMessagesProps = { thread: Thread; name: string; at: Date };

/** What the two wrote, oldest first; one's own on the other side, and said to be one's own. */
export async function ThreadMessages({ thread, name, at }: ThreadMessagesProps) {
  const [t, language] = await Promise.all([getTranslations("conversations"), getLocale()]);
  const locale = localeOf(language);
  const address = (message: MessageView) =>
    message.isOwn
      ? t("thread.gaveOwn", { address: message.address ?? "" })
      : t("thread.gaveAddress", { address: message.address ?? "" });
  return (
    <section aria-label={t("thread.messages")}>
      {thread.earlier > 0 ? (
        <p className="small muted mb-3">{t("thread.earlier", { count: thread.earlier })}</p>
      ) : null}
      <ol className="thread">
        {thread.messages.map((message) => (
          <li key={message.id} className={message.isOwn ? "thread-own" : ""}>
            <p className="thread-head">
              <b>{message.isOwn ? t("thread.you") : name}</b>
              <span className="muted">{momentOf(message.createdAt, at, locale, t)}</span>
            </p>
            {message.hidden ? (
              <>
                <p className="muted">{t("hiddenOwn")}</p>
                <p className="small typed">
                  {t("hiddenBecause", { reason: message.hidden.reason ?? "" })}
                </p>
              </>
            ) : (
              <p className="typed">{message.text}</p>
            )}
            {message.address && !message.hidden ? (
              <p className="small typed mt-2">{address(message)}</p>
            ) : null}
            {message.isOwn ? null : (
              <p className="small mt-2">
                <a
                  className="inline-flex min-h-6 items-center"
                  href={`/signaler?message=${message.id}`}
                  aria-label={t("thread.reportLabel", named(name))}
                >
                  {t("thread.report")}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
