import { getLocale, getTranslations } from "next-intl/server";
import { calledBy } from "@/components/members/called";
import { localeOf } from "@/lib/core/locale";
import type { ConversationLine } from "@/lib/members/conversations/queries";
import { momentOf } from "./message-words";

/** One's conversations, the last first: with whom, about what, how it ends, what is not read. */
export async function InboxList({ lines, at }: { lines: ConversationLine[]; at: Date }) {
  const [t, common, language] = await Promise.all([
    getTranslations("conversations"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const excerptOf = ({ excerpt, isLastHidden }: ConversationLine) =>
    isLastHidden ? t("hiddenOwn") : excerpt;
  return (
    <ul className="inbox">
      {lines.map((line) => {
        const name = calledBy(line.other, common);
        return (
          <li key={line.id}>
            <span className="avatar" aria-hidden="true">
              {name.slice(0, 1).toLocaleUpperCase()}
            </span>
            <div className="min-w-0">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <h3 className="min-w-0 wrap-anywhere">
                  <a href={`/messages/${line.id}`}>{name}</a>
                </h3>
                <span className="small muted">{momentOf(line.lastAt, at, locale, t)}</span>
              </div>
              {line.adTitle ? (
                <p className="small muted">{t("about", { title: line.adTitle })}</p>
              ) : null}
              <p className={line.unread > 0 ? "font-bold" : ""}>
                {line.isLastOwn ? t("youSaid", { text: excerptOf(line) }) : line.excerpt}
              </p>
              <p className="ad-tags mt-1">
                {line.unread > 0 ? (
                  <span className="tag tag-warm">{t("unread", { count: line.unread })}</span>
                ) : null}
                {line.isStopped ? <span className="tag">{t("stoppedTag")}</span> : null}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
