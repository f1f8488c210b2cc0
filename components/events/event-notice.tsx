import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Message } from "@/components/ui/message";
import { localeOf } from "@/lib/core/locale";
import { endReasonOf } from "@/lib/events/minimums/rules";
import type { EventView } from "@/lib/events/queries";
import { whenWords } from "./event-words";

/** What whoever opens the page must know first: cancelled and why, over, or not shown to others. */
export async function EventNotice({ event, at }: { event: EventView; at: Date }) {
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const { state } = event;
  const reason = endReasonOf(event, (count) => t("belowMinimum", { count }));
  if (state === "cancelled") {
    return (
      <Notice tone="danger">
        {reason ? t("cancelledNotice", { reason }) : t("cancelledPlain")}
      </Notice>
    );
  }
  if (state !== "published") {
    return (
      <Notice tone="warn">
        {t("hiddenNotice", { state })}
        {reason ? ` ${t("refusedReason", { reason })}` : null}
      </Notice>
    );
  }
  if (event.endsAt <= at) {
    const { day } = whenWords(event, localeOf(language), at);
    return <Notice tone="info">{t("pastNotice", { day })}</Notice>;
  }
  return event.startsAt <= at ? <Notice tone="info">{t("begunNotice")}</Notice> : null;
}

function Notice({ tone, children }: { tone: "info" | "warn" | "danger"; children: ReactNode }) {
  return (
    <div className="mb-8">
      <Message tone={tone}>{children}</Message>
    </div>
  );
}
