import { getLocale, getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { localeOf } from "@/lib/core/locale";
import type { JournalQuestion } from "@/lib/identity/journal/readings/rules";
import { actionChoices } from "./journal-words";

type JournalFiltersProps = {
  question: JournalQuestion;
  spaces: { slug: string; name: string }[];
};

/** A plain GET form: the question is in the address, which can be kept and sent. */
export async function JournalFilters({ question, spaces }: JournalFiltersProps) {
  const [t, language] = await Promise.all([getTranslations("journal"), getLocale()]);
  const { typed } = question;
  const places = spaces.map(({ slug, name }) => ({ value: slug, label: name }));
  const actions = actionChoices({ t, locale: localeOf(language) });
  return (
    <form action="/pilotage/journal" className="panel journal-filters no-print">
      <h2 className="text-h3">{t("filters.title")}</h2>
      <SelectField
        name="lieu"
        label={t("filters.space")}
        options={[{ value: "", label: t("filters.everySpace") }, ...places]}
        defaultValue={typed.lieu ?? ""}
      />
      <SelectField
        name="action"
        label={t("filters.action")}
        options={[{ value: "", label: t("filters.everyAction") }, ...actions]}
        defaultValue={typed.action ?? ""}
      />
      <TextField
        name="personne"
        type="email"
        label={t("filters.person")}
        hint={t("filters.personHint")}
        defaultValue={typed.personne ?? ""}
        autoComplete="off"
        maxLength={254}
      />
      <TextField name="du" type="date" label={t("filters.from")} defaultValue={typed.du ?? ""} />
      <TextField name="au" type="date" label={t("filters.to")} defaultValue={typed.au ?? ""} />
      <p className="flex flex-wrap gap-3">
        <button type="submit" className="btn btn-primary">
          {t("filters.show")}
        </button>
        <a className="btn btn-quiet" href="/pilotage/journal">
          {t("filters.all")}
        </a>
      </p>
    </form>
  );
}
