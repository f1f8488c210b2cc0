import { getLocale, getTranslations } from "next-intl/server";
import type { FeedbackFigures as Figures } from "@/lib/events/feedback/rules";

type FeedbackFiguresProps = { figures: Figures };

/** The mean with how many gave it, and the lines; under five opinions, why nothing is there. */
export async function FeedbackFigures({ figures }: FeedbackFiguresProps) {
  const [t, language] = await Promise.all([
    getTranslations("eventsDay.feedback.figures"),
    getLocale(),
  ]);
  const oneDecimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <section className="mt-8" aria-labelledby="avis">
      <h2 id="avis">{t("title")}</h2>
      {figures.isShown ? (
        <>
          <p>{t("mean", { mean: oneDecimal.format(figures.mean), count: figures.count })}</p>
          {figures.lines.length > 0 ? (
            <>
              <h3 className="mt-4">{t("lines")}</h3>
              <ul className="list-disc pl-5">
                {figures.lines.map((line, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same line
                  <li key={index} className="break-words">
                    {line}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ) : (
        <p className="muted">{t("few")}</p>
      )}
    </section>
  );
}
