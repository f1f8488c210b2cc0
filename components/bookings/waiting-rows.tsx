import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import type { InLineView, WaitingView } from "@/lib/bookings/waiting-list/queries";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { WaitingRow } from "./waiting-row";

/** What the member waits for, with how many come before, and the way out. */
export async function WaitingRows({
  waiting,
  leave,
}: {
  waiting: InLineView[];
  leave: FormAction;
}) {
  const [t, language] = await Promise.all([getTranslations("waitingList"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {waiting.map((wish) => (
        <WaitingRow key={wish.id} wish={wish} standing={t("before", { count: wish.place - 1 })}>
          <ActionForm action={leave} hidden={{ entryId: wish.id }}>
            <SubmitButton
              className="btn btn-quiet"
              pending={t("answering")}
              label={t("leaveLabel", {
                space: wish.space.name,
                day: formatDay(wish.day, locale),
              })}
            >
              {t("leave")}
            </SubmitButton>
          </ActionForm>
        </WaitingRow>
      ))}
    </ul>
  );
}

/** Offers let pass, each with the way back to that moment. */
export async function MissedRows({ missed }: { missed: WaitingView[] }) {
  const [t, language] = await Promise.all([getTranslations("waitingList"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {missed.map((wish) => {
        const named = { space: wish.space.name, day: formatDay(wish.day, locale) };
        const address =
          wish.part === "hours"
            ? `/lieux/${wish.space.slug}`
            : bookingAddress({ slug: wish.space.slug, day: wish.day, part: wish.part });
        return (
          <WaitingRow key={wish.id} wish={wish} standing={t("answers.offer_over")}>
            <a className="btn btn-secondary" href={address} aria-label={t("missedSeeLabel", named)}>
              {t("missedSee")}
            </a>
          </WaitingRow>
        );
      })}
    </ul>
  );
}
