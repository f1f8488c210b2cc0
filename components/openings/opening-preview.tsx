import { getLocale, getTranslations } from "next-intl/server";
import { HitChoices } from "@/components/closures/hit-choices";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OpeningPreview as Preview } from "@/lib/bookings/opening-changes/queries";
import type { OpeningChange } from "@/lib/bookings/opening-changes/schema";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatMinutes, formatWeekday } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { WallInterval } from "@/lib/spaces/opening-hours/schema";
import { openingRefusalKeys } from "./refusals";

type OpeningPreviewProps = {
  slug: string;
  change: OpeningChange;
  /** The change as it is sent with the confirmation. */
  text: string;
  preview: Preview;
  action: FormAction;
};

/** What will change and whom it leaves outside, and only then the button that changes the hours. */
export async function OpeningPreview({ slug, change, text, preview, action }: OpeningPreviewProps) {
  const [t, language] = await Promise.all([getTranslations("openings"), getLocale()]);
  const locale = localeOf(language);
  if (!preview.ok) return <Message tone="warn">{t(openingRefusalKeys[preview.refusal])}</Message>;
  const { hits, list, isTooLong } = preview;
  const all = hits.length === 0 ? "cancel" : undefined;
  return (
    <section aria-labelledby="changement">
      <h2 id="changement">{t("preview")}</h2>
      <p>{capitalised(changeWords(change, locale, t), locale)}</p>
      <p className="mt-2 mb-4 font-bold">{t("hits", { count: hits.length })}</p>
      {isTooLong ? (
        <Message tone="warn">{t("refusals.too_many_hits")}</Message>
      ) : (
        <ActionForm
          action={action}
          hidden={{ slug, change: text, list, all }}
          className="grid gap-6"
        >
          <HitChoices hits={hits} initial="cancel" among={["cancel", "keep"]} />
          <SubmitButton className="btn btn-primary justify-self-start" pending={t("changing")}>
            {t("confirm", { count: hits.length })}
          </SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"openings">>>;

function changeWords(change: OpeningChange, locale: Locale, t: Words): string {
  switch (change.kind) {
    case "week": {
      const weekdays = change.weekdays.map((weekday) => formatWeekday(weekday, locale)).join(", ");
      return t("previews.week", {
        weekdays: `${weekdays}, ${hoursWords(change.hours, locale, t)}`,
        day: formatDay(change.from, locale),
      });
    }
    case "end":
      return t("previews.end", { day: formatDay(change.from, locale) });
    case "exception":
      return t("previews.exception", {
        day: formatDay(change.day, locale),
        hours: hoursWords(change.hours, locale, t),
      });
    case "usual":
      return t("previews.usual", { day: formatDay(change.day, locale) });
  }
}

/** « 9 h – 12 h 30 accueil, 13 h 30 – 17 h accès libre », « fermé ». */
export function hoursWords(hours: WallInterval[], locale: Locale, t: Words): string {
  if (hours.length === 0) return t("closed");
  return hours
    .map((interval) => `${formatMinutes(interval, locale)} ${t(`states.${interval.state}`)}`)
    .join(", ");
}
