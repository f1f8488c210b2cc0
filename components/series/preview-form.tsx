import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks } from "@/components/bookings/alternative-links";
import { CompanyFields } from "@/components/bookings/company-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { Pill } from "@/components/ui/pill";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PreviewedDate, SeriesPreview } from "@/lib/bookings/series/previews/queries";
import type { SeriesMoment, SeriesPattern } from "@/lib/bookings/series/schema";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { patternWords, reasonWords } from "./series-words";

type PreviewFormProps = {
  preview: SeriesPreview;
  pattern: SeriesPattern & { moment: SeriesMoment };
  /** The wish as the action reads it, carried unseen. */
  hidden: Record<string, string | undefined>;
  action: FormAction;
};

/** Every date in words: the free ones to tick, the others with why and what is free instead; then the button. */
export async function PreviewForm({ preview, pattern, hidden, action }: PreviewFormProps) {
  const [t, bookings, language] = await Promise.all([
    getTranslations("series"),
    getTranslations("bookings"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { dates, resource, space } = preview;
  const free = dates.filter((date) => !date.refusal);
  const { needsApproval } = resource;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates" className="text-h3">
        {patternWords(pattern, locale, t)}
      </h2>
      <p className="muted mb-4">
        {t("bookingPlace", { resource: resource.name, space: space.name })}
      </p>
      <p className="mb-4">
        <Counts all={dates.length} free={free.length} />
      </p>
      <ActionForm
        action={action}
        hidden={hidden}
        alternativesTitle={bookings("alternatives")}
        className="grid gap-5"
      >
        {free.map(({ day }) => (
          <input key={day} type="hidden" name="offered" value={day} />
        ))}
        <ul className="dates" aria-labelledby="dates">
          {dates.map((date) => (
            <DateRow key={date.day} date={date} timeZone={space.calendar.timeZone} />
          ))}
        </ul>
        {free.length > 0 ? (
          <CompanyFields resources={[{ ...resource, needsApproval: false }]} />
        ) : null}
        <Terms needsApproval={needsApproval} isAllFree={free.length === dates.length} />
        {free.length > 0 ? (
          <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("booking")}>
            {needsApproval ? t("ask") : t("book")}
          </SubmitButton>
        ) : (
          <Message tone="warn">{t("nothingFree")}</Message>
        )}
      </ActionForm>
    </section>
  );
}

async function Counts({ all, free }: { all: number; free: number }) {
  const t = await getTranslations("series");
  const parts = [t("dates", { count: all }), t("free", { count: free })];
  const refused = all > free ? [t("refusedCount", { count: all - free })] : [];
  return <strong>{[...parts, ...refused].join(", ")}</strong>;
}

async function Terms({ needsApproval, isAllFree }: { needsApproval: boolean; isAllFree: boolean }) {
  const t = await getTranslations("series");
  return (
    <div className="muted small grid gap-1">
      <p>{t("keepTicked")}</p>
      {isAllFree ? null : <p>{t("keptForLater")}</p>}
      {needsApproval ? <p>{t("needsApproval")}</p> : null}
    </div>
  );
}

async function DateRow({ date, timeZone }: { date: PreviewedDate; timeZone: string }) {
  const [t, language] = await Promise.all([getTranslations("series"), getLocale()]);
  const locale = localeOf(language);
  const day = capitalised(formatDay(date.day, locale), locale);
  const times = date.moment ? formatTimes(date.moment, timeZone, locale) : null;
  if (date.refusal) return <RefusedRow date={date} day={day} locale={locale} />;
  return (
    <li>
      <label className="option">
        <input type="checkbox" name="days" value={date.day} defaultChecked />
        <span>
          <b>{day}</b>
          <small>{times}</small>
        </span>
        <span className="end">
          <Pill tone="ok">{t("freeTag")}</Pill>
        </span>
      </label>
    </li>
  );
}

async function RefusedRow({
  date,
  day,
  locale,
}: {
  date: PreviewedDate;
  day: string;
  locale: Locale;
}) {
  const t = await getTranslations("series");
  const bookingId = date.data["bookingId"];
  return (
    <li className="date-refused">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <b>{day}</b>
        <Pill tone={date.refusal === "slot_taken" ? "no" : "closed"}>{reasonWords(date, t)}</Pill>
      </div>
      {bookingId ? (
        <a
          className="small inline-flex min-h-11 items-center"
          href={`/mon-espace/reservations/${bookingId}`}
        >
          {t("seeOwn")}
        </a>
      ) : null}
      <Instead date={date} locale={locale} />
    </li>
  );
}

/** What is free near a date that is not: links to the booking page already filled in. */
export async function Instead({ date, locale }: { date: PreviewedDate; locale: Locale }) {
  if (date.alternatives.length === 0) return null;
  const [t, bookings] = await Promise.all([getTranslations("series"), getTranslations("bookings")]);
  return (
    <div className="small">
      <p className="muted">{t("insteadTitle")}</p>
      <ul>
        {alternativeLinks(date.alternatives, locale, bookings).map(({ href, label }) => (
          <li key={href}>
            <a className="inline-flex min-h-11 items-center" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
