import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { BookingView } from "@/lib/bookings/queries";
import { type CancelScope, cancelScopes } from "@/lib/bookings/series/schema";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { BookingsToCancel } from "./bookings-to-cancel";

export type AskedCancellation = { scope: CancelScope; day: Day | undefined };

type CancelFormsProps = {
  seriesId: string;
  /** Those still to come. */
  coming: BookingView[];
  /** What the address asks to see before it is confirmed. */
  asked: AskedCancellation | null;
  meant: BookingView[];
  action: FormAction;
};

/** First what, then the list of what that means, and only then the button that cancels. */
export async function CancelForms({ seriesId, coming, asked, meant, action }: CancelFormsProps) {
  const [t, language] = await Promise.all([getTranslations("series"), getLocale()]);
  const locale = localeOf(language);
  return (
    <Section id="annuler" title={t("cancelTitle")}>
      <p className="muted -mt-3 mb-4">{t("cancelLead")}</p>
      <form method="get" action={`/mon-espace/series/${seriesId}#annuler`} className="grid gap-4">
        <fieldset>
          <legend className="sr-only">{t("scope")}</legend>
          {cancelScopes.map((scope) => (
            <label key={scope} className="option">
              <input
                type="radio"
                name="annuler"
                value={scope}
                defaultChecked={scope === (asked?.scope ?? "one")}
              />
              <b>{t(`scopes.${scope}`)}</b>
            </label>
          ))}
        </fieldset>
        <div className="field sm:max-w-[20rem]">
          <label htmlFor="des">{t("scopeDay")}</label>
          <select className="input" id="des" name="des" defaultValue={asked?.day}>
            {coming.map(({ id, day }) => (
              <option key={id} value={day}>
                {capitalised(formatDay(day, locale), locale)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="btn btn-secondary sm:justify-self-start">
          {t("cancelShow")}
        </button>
      </form>
      {asked ? <Confirm seriesId={seriesId} asked={asked} meant={meant} action={action} /> : null}
    </Section>
  );
}

type ConfirmProps = Pick<CancelFormsProps, "seriesId" | "meant" | "action"> & {
  asked: AskedCancellation;
};

async function Confirm({ seriesId, asked, meant, action }: ConfirmProps) {
  const t = await getTranslations("series");
  const cancelled = meant.filter(({ cancellableUntil }) => cancellableUntil !== null);
  const kept = meant.filter(({ cancellableUntil }) => cancellableUntil === null);
  const { scope, day } = asked;
  const isPossible = cancelled.length > 0 || (scope !== "one" && kept.length === 0);
  return (
    <div className="panel mt-6 grid gap-4">
      <BookingsToCancel cancelled={cancelled} kept={kept} heading="h3" />
      {isPossible ? (
        <ActionForm
          action={action}
          hidden={{ seriesId, scope, day, expected: String(cancelled.length) }}
          className="grid gap-4"
        >
          <SubmitButton className="btn btn-danger" pending={t("cancelling")}>
            {t("cancelConfirm", { count: cancelled.length })}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
