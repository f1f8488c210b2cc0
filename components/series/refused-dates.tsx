import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RefusedDate, SeriesView } from "@/lib/bookings/series/queries";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { Instead } from "./preview-form";
import { reasonWords } from "./series-words";

type RefusedDatesProps = {
  series: SeriesView;
  retry: FormAction;
  giveUp: FormAction;
};

/** Dates that could not be had, each with its reason of today and one button; and one for all of them. */
export async function RefusedDates({ series, retry, giveUp }: RefusedDatesProps) {
  const t = await getTranslations("series");
  const { refused, id } = series;
  if (refused.length === 0) return null;
  const open = refused.filter(({ isOpen }) => isOpen);
  return (
    <Section id="a-reessayer" title={t("refusedTitle")}>
      <p className="muted -mt-3 mb-4">{t("refusedLead")}</p>
      {open.length > 1 ? (
        <ActionForm action={retry} hidden={{ seriesId: id }} className="mb-4 grid gap-3">
          <SubmitButton className="btn btn-primary" pending={t("retrying")}>
            {t("retryAll")}
          </SubmitButton>
        </ActionForm>
      ) : null}
      <ul className="rows">
        {refused.map((date) => (
          <RefusedDateRow key={date.day} seriesId={id} date={date} retry={retry} giveUp={giveUp} />
        ))}
      </ul>
    </Section>
  );
}

type RowProps = { seriesId: string; date: RefusedDate; retry: FormAction; giveUp: FormAction };

async function RefusedDateRow({ seriesId, date, retry, giveUp }: RowProps) {
  const [t, language] = await Promise.all([getTranslations("series"), getLocale()]);
  const locale = localeOf(language);
  const day = formatDay(date.day, locale);
  const isLeftOut = !date.isOpen;
  const hidden = { seriesId, day: date.day };
  return (
    <li>
      <div>
        <h3 className="text-h4">{capitalised(day, locale)}</h3>
        <p>
          {date.refusal ? (
            <Pill tone="no">{reasonWords(date, t)}</Pill>
          ) : (
            <Pill tone="ok">{t("nowFree")}</Pill>
          )}
        </p>
        <Instead date={date} locale={locale} />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <ActionForm action={retry} hidden={hidden}>
          <SubmitButton
            className="btn btn-secondary"
            pending={t("retrying")}
            label={t(isLeftOut ? "addBackLabel" : "retryLabel", { day })}
          >
            {t(isLeftOut ? "addBack" : "retry")}
          </SubmitButton>
        </ActionForm>
        {isLeftOut ? null : (
          <ActionForm action={giveUp} hidden={hidden}>
            <SubmitButton
              className="btn btn-quiet"
              pending={t("givingUp")}
              label={t("giveUpLabel", { day })}
            >
              {t("giveUp")}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </li>
  );
}
