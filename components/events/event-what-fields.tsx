import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { EventFields } from "@/lib/events/editing/schema";
import { audiences, eventThemes, levels, longest } from "@/lib/events/schema";
import { languageCodes } from "@/lib/members/profiles/schema";

/** What an event is, in words. */
export async function WhatFields({ fields }: { fields: EventFields }) {
  const [t, words, languages] = await Promise.all([
    getTranslations("eventsEdit.form"),
    getTranslations("events"),
    getTranslations("profile.languageNames"),
  ]);
  return (
    <Section id="quoi" title={t("what")} className="mt-6">
      <div className="grid gap-5">
        <TextField
          name="title"
          label={t("title")}
          hint={t("titleHint")}
          defaultValue={fields.title}
          maxLength={longest.title}
          required
        />
        <TextAreaField
          name="summary"
          label={t("summary")}
          hint={t("summaryHint")}
          defaultValue={fields.summary}
          maxLength={longest.summary}
          rows={2}
          required
        />
        <TextAreaField
          name="description"
          label={t("description")}
          hint={t("descriptionHint")}
          defaultValue={fields.description}
          maxLength={longest.description}
          rows={10}
          required
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="theme"
            label={t("theme")}
            options={eventThemes.map((value) => ({ value, label: words(`themes.${value}`) }))}
            defaultValue={fields.theme}
          />
          <SelectField
            name="audience"
            label={t("audience")}
            options={audiences.map((value) => ({ value, label: words(`audiences.${value}`) }))}
            defaultValue={fields.audience}
          />
          <SelectField
            name="level"
            label={t("level")}
            options={levels.map((value) => ({ value, label: words(`levels.${value}`) }))}
            defaultValue={fields.level}
          />
          <SelectField
            name="language"
            label={t("language")}
            options={languageCodes.map((value) => ({ value, label: languages(value) }))}
            defaultValue={fields.language}
          />
        </div>
      </div>
    </Section>
  );
}
