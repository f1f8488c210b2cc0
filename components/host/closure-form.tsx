import { getLocale, getTranslations } from "next-intl/server";
import { alternativeAddress } from "@/components/bookings/alternative-links";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Hit } from "@/lib/bookings/closures/queries";
import { type BookingPart, bookingParts } from "@/lib/bookings/schema";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type ClosureFormProps = {
  slug: string;
  day: Day;
  range: { first: Day; last: Day };
  /** Null until a moment was chosen: nothing is proposed to confirm yet. */
  part: BookingPart | null;
  hits: Hit[] | null;
  action: FormAction;
};

/** First when, then whom it hits, and only then the button that closes. */
export async function ClosureForm({ slug, day, range, part, hits, action }: ClosureFormProps) {
  const t = await getTranslations("host");
  return (
    <div className="grid gap-8">
      <form method="get" className="panel grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
        <TextField
          name="jour"
          type="date"
          label={t("closeDay")}
          defaultValue={day}
          min={range.first}
          max={range.last}
          required
        />
        <div className="field">
          <label htmlFor="moment">{t("closePart")}</label>
          <select id="moment" name="moment" className="input" defaultValue={part ?? "morning"}>
            {bookingParts.map((each) => (
              <option key={each} value={each}>
                {t(`part.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="btn btn-secondary">
          {t("closeShow")}
        </button>
      </form>
      {part && hits ? (
        <Confirm slug={slug} day={day} part={part} hits={hits} action={action} />
      ) : null}
    </div>
  );
}

type ConfirmProps = { slug: string; day: Day; part: BookingPart; hits: Hit[]; action: FormAction };

async function Confirm({ slug, day, part, hits, action }: ConfirmProps) {
  const [t, language] = await Promise.all([getTranslations("host"), getLocale()]);
  const locale = localeOf(language);
  const when = `${capitalised(formatDay(day, locale), locale)}, ${t(`part.${part}`).toLocaleLowerCase()}`;
  return (
    <section aria-labelledby="touchees">
      <p className="muted small">{when}</p>
      <h2 id="touchees">{t("closeHits", { count: hits.length })}</h2>
      {hits.length > 0 ? (
        <>
          <p className="mt-1 mb-4">{t("closeHitsLead")}</p>
          <HitTable hits={hits} />
        </>
      ) : null}
      <ActionForm
        action={action}
        hidden={{ slug, day, part, expectedHits: String(hits.length) }}
        className="mt-6 grid gap-4"
      >
        <TextField
          name="reason"
          label={t("closeReason")}
          hint={t("closeReasonHint")}
          autoComplete="off"
          maxLength={200}
          required
        />
        <SubmitButton className="btn btn-danger btn-lg" pending={t("closing")}>
          {t("closeConfirm", { count: hits.length })}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

async function HitTable({ hits }: { hits: Hit[] }) {
  const [t, language] = await Promise.all([getTranslations("host"), getLocale()]);
  const locale = localeOf(language);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t("closeWho")}</th>
          <th scope="col">{t("closeWhat")}</th>
          <th scope="col">{t("closeInstead")}</th>
        </tr>
      </thead>
      <tbody>
        {hits.map(({ id, name, part, resourceName, instead }) => (
          <tr key={id}>
            <th scope="row">{name || t("nameless")}</th>
            <td>
              {resourceName}, {t(`part.${part}`).toLocaleLowerCase()}
            </td>
            <td>
              {instead ? (
                <a href={alternativeAddress(instead)}>
                  {instead.spaceName}, {formatDay(instead.day, locale)}
                </a>
              ) : (
                t("closeNowhere")
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
