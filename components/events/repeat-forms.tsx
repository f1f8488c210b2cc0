import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Pill } from "@/components/ui/pill";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { type Frequency, frequencies } from "@/lib/bookings/series/schema";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { PreviewedDate } from "@/lib/events/series/queries";

type Asked = { frequency: Frequency; until: string };

/** How often and until when: an address, so that the preview can be read again. */
export async function RepeatForm({ asked }: { asked: Asked }) {
  const [t, words] = await Promise.all([
    getTranslations("eventsEdit.repeat"),
    getTranslations("series.frequencies"),
  ]);
  return (
    <form method="get" className="grid gap-4 sm:grid-cols-3 sm:items-end">
      <SelectField
        name="frequence"
        label={t("frequency")}
        options={frequencies.map((value) => ({ value, label: words(value) }))}
        defaultValue={asked.frequency}
      />
      <TextField
        name="jusqu-au"
        type="date"
        label={t("until")}
        defaultValue={asked.until}
        required
      />
      <button type="submit" className="btn btn-secondary">
        {t("show")}
      </button>
    </form>
  );
}

type PreviewProps = {
  dates: PreviewedDate[];
  hidden: Record<string, string>;
  action: FormAction;
};

/** Every date in words: the free ones to tick, the others with why; then the button. */
export async function RepeatPreview({ dates, hidden, action }: PreviewProps) {
  const [t, language] = await Promise.all([getTranslations("eventsEdit.repeat"), getLocale()]);
  const locale = localeOf(language);
  const free = dates.filter(({ state }) => state === "free");
  return (
    <section aria-labelledby="dates" className="mt-8">
      <h2 id="dates">{t("dates", { count: free.length, all: dates.length })}</h2>
      <ActionForm action={action} hidden={hidden} className="mt-4 grid gap-5">
        <ul className="rows">
          {dates.map(({ day, state, reason }) => (
            <li key={day}>
              {state === "free" ? (
                <label className="inline-flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    className="size-5 accent-action"
                    name="days"
                    value={day}
                    defaultChecked
                  />
                  {capitalised(formatDay(day, locale), locale)}
                </label>
              ) : (
                <span className="inline-flex min-h-11 flex-wrap items-center gap-3">
                  {capitalised(formatDay(day, locale), locale)}{" "}
                  <Pill tone={state === "exists" ? "ok" : "no"}>
                    {t(`states.${state}`, { reason: reason ?? "" })}
                  </Pill>
                </span>
              )}
            </li>
          ))}
        </ul>
        {free.length > 0 ? (
          <p>
            <SubmitButton pending={t("pending")}>{t("submit")}</SubmitButton>
          </p>
        ) : null}
      </ActionForm>
    </section>
  );
}
