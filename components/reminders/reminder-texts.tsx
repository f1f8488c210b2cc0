import { getTranslations } from "next-intl/server";
import type { Locale } from "@/lib/core/locale";

type ReminderTextsProps = {
  /** Of the texts, which may be another than of the page. */
  locale: Locale;
  /** What they say, in that language. */
  facts: { minutes: number; day: string; address: string; paper: string; email: string };
};

const kinds = [
  { kind: "bulletin", text: "texts.bulletinText", rows: 14 },
  { kind: "mail", text: "texts.mailText", rows: 16 },
  { kind: "post", text: "texts.postText", rows: 5 },
] as const;

/** Ready texts in one language: to select and copy, with or without scripts. */
export async function ReminderTexts({ locale, facts }: ReminderTextsProps) {
  const [t, words] = await Promise.all([
    getTranslations("paper.reminders"),
    getTranslations({ locale, namespace: "paper.reminders" }),
  ]);
  const language = t(locale === "fr" ? "inFrench" : "inEnglish");
  return (
    <section className="rule" aria-labelledby={`textes-${locale}`}>
      <h2 id={`textes-${locale}`}>{language}</h2>
      <div className="mt-4 grid gap-6">
        {kinds.map(({ kind, text, rows }) => (
          <div key={kind} className="field">
            <label htmlFor={`${kind}-${locale}`}>{t("label", { kind: t(kind), language })}</label>
            <textarea
              id={`${kind}-${locale}`}
              className="input"
              lang={locale}
              readOnly
              rows={rows}
              defaultValue={words(text, facts)}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
