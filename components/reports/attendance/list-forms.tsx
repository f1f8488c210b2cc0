import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { formatDate } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type Event = { id: string; title: string; day: Day; spaceName: string };
type ListFormsProps = {
  events: Event[];
  spaces: { slug: string; name: string }[];
  range: { first: Day; last: Day };
  openEvent: FormAction;
  openSpace: FormAction;
};

/** Of which event, or of which space and days, and why: nothing is shown before that is said. */
export async function ListForms({ events, spaces, range, openEvent, openSpace }: ListFormsProps) {
  const [t, language] = await Promise.all([getTranslations("attendanceList"), getLocale()]);
  const locale = localeOf(language);
  const options = events.map(({ id, title, day, spaceName }) => ({
    value: id,
    label: t("event.option", { day: formatDate(day, locale), title, space: spaceName }),
  }));
  return (
    <>
      <Section id="evenement-liste" title={t("event.title")}>
        {options.length === 0 ? (
          <p>{t("event.none")}</p>
        ) : (
          <ActionForm action={openEvent} className="list-form">
            <SelectField name="evenement" label={t("event.choose")} options={options} />
            <Why name="motif" t={t} />
          </ActionForm>
        )}
      </Section>
      <Section id="lieu-liste" title={t("space.title")}>
        <ActionForm action={openSpace} className="list-form">
          <SelectField
            name="lieu"
            label={t("space.choose")}
            options={spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <div className="flex flex-wrap items-end gap-4">
            <TextField name="du" type="date" label={t("space.from")} defaultValue={range.first} />
            <TextField
              name="au"
              type="date"
              label={t("space.until")}
              hint={t("space.hint")}
              defaultValue={range.last}
            />
          </div>
          <Why name="pourquoi" t={t} />
        </ActionForm>
      </Section>
    </>
  );
}

type WhyProps = { name: string; t: Awaited<ReturnType<typeof getTranslations<"attendanceList">>> };

function Why({ name, t }: WhyProps) {
  return (
    <>
      <TextField name={name} label={t("reason")} hint={t("reasonHint")} maxLength={300} required />
      <SubmitButton pending={t("opening")}>{t("open")}</SubmitButton>
    </>
  );
}
