import { getTranslations } from "next-intl/server";
import { type Locale, locales } from "@/lib/core/locale";
import type { WordingChange } from "@/lib/surveys/amendments/schema";

type WordingChangesProps = { changes: WordingChange[]; locale: Locale };

/** Every word that will be read otherwise, before and after, in each language in which it changes. */
export async function WordingChanges({ changes, locale }: WordingChangesProps) {
  const t = await getTranslations("campaigns.wordings");
  if (changes.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="wordings" aria-label={t("list")}>
      {changes.map((change) => (
        <li key={`${change.part} ${change.about.fr} ${change.before?.fr} ${change.after?.fr}`}>
          <p className="small muted">{t(change.part, { about: change.about[locale] })}</p>
          {change.part === "order" ? null : <Wording {...change} />}
        </li>
      ))}
    </ul>
  );
}

async function Wording({ before, after }: WordingChange) {
  const t = await getTranslations("campaigns.wordings");
  const differing = locales.filter((language) => before?.[language] !== after?.[language]);
  return differing.map((language) => (
    <p key={language}>
      <span className="sr-only">{t("before")}</span>{" "}
      {before ? <del lang={language}>{before[language]}</del> : t("nothing")}{" "}
      <span aria-hidden>→</span> <span className="sr-only">{t("after")}</span>{" "}
      {after ? <ins lang={language}>{after[language]}</ins> : t("nothing")}
    </p>
  ));
}
