import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FeedMade } from "@/lib/bookings/feeds/queries";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { FeedAddress } from "./feed-address";

type FeedPanelProps = {
  id: string;
  title: string;
  lead: string;
  /** Those in force of this kind. */
  feeds: FeedMade[];
  /** Whether the reader of the page has one of them, which a new one would replace. */
  hasOwn: boolean;
  timeZone: string;
  make: FormAction;
  hidden: Record<string, string>;
  revoke: FormAction;
};

/** One kind of calendar address: those in force, and the form that makes one. */
export async function FeedPanel(props: FeedPanelProps) {
  const { id, title, lead, feeds, hasOwn, timeZone, make, hidden, revoke } = props;
  const t = await getTranslations("agenda");
  const labels = {
    address: t("address"),
    hint: t("addressHint"),
    copy: t("copy"),
    copied: t("copied"),
    copyFailed: t("copyFailed"),
    subscribe: t("subscribe"),
  };
  return (
    <article className="panel grid content-start gap-4" aria-labelledby={id}>
      <div>
        <h3 id={id}>{title}</h3>
        <p className="muted mt-1">{lead}</p>
      </div>
      {feeds.length === 0 ? <p className="small muted">{t("noFeed")}</p> : null}
      {feeds.length > 0 ? (
        <ul className="rows">
          {feeds.map((feed) => (
            <FeedRow
              key={feed.feed}
              feed={feed}
              title={title}
              timeZone={timeZone}
              revoke={revoke}
            />
          ))}
        </ul>
      ) : null}
      <ActionForm action={make} hidden={hidden} className="grid gap-4">
        <FeedAddress id={`${id}-adresse`} labels={labels} />
        <div>
          <SubmitButton
            className="btn btn-secondary"
            pending={t("making")}
            label={t(hasOwn ? "makeAgainLabel" : "makeLabel", { name: title })}
          >
            {t(hasOwn ? "makeAgain" : "make")}
          </SubmitButton>
        </div>
        {hasOwn ? <p className="small muted">{t("replaces")}</p> : null}
      </ActionForm>
    </article>
  );
}

type FeedRowProps = { feed: FeedMade; title: string; timeZone: string; revoke: FormAction };

async function FeedRow({ feed, title, timeZone, revoke }: FeedRowProps) {
  const [t, language] = await Promise.all([getTranslations("agenda"), getLocale()]);
  const locale = localeOf(language);
  const dayText = (at: Date) => formatDay(dayOf(at, timeZone), locale);
  const { createdAt, usedAt, maker } = feed;
  const day = dayText(createdAt);
  return (
    <li>
      <p className="small">
        {maker ? t("sinceBy", { day, name: maker }) : t("since", { day })}{" "}
        {usedAt
          ? t("lastUsed", { day: dayText(usedAt), time: formatTime(usedAt, timeZone, locale) })
          : t("neverUsed")}
      </p>
      <ActionForm action={revoke} hidden={{ feed: feed.feed }} isQuiet>
        <SubmitButton
          className="btn btn-quiet"
          pending={t("revoking")}
          label={t("revokeLabel", { name: title })}
        >
          {t("revoke")}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}
