import { getMessages, getTranslations } from "next-intl/server";
import { type Chapter, type Duration, privacyChapters } from "@/lib/privacy/notices/rules";

/** What is kept, why, on what basis, how long and who sees it: said by what the code does. */
export async function PrivacyChapters() {
  const [t, { classification }] = await Promise.all([
    getTranslations("legal.chapters"),
    getMessages(),
  ]);
  const tables: Record<string, string> = classification.tables;
  const factsOf = ({ tables: names, bases, viewers, durations }: Chapter) => [
    { label: t("what"), text: names.map((name) => tables[name]).join(", ") },
    { label: t("basis"), text: bases.map((basis) => classification.bases[basis]).join(", ") },
    { label: t("who"), text: viewers.map((viewer) => classification.viewers[viewer]).join(", ") },
    { label: t("howLong"), text: durations.map(durationWords).join(" ; ") },
  ];
  const durationWords = (duration: Duration) => {
    if (!("event" in duration)) return t(duration.kind);
    const { kind, count, event } = duration;
    return t(kind, { count, event: classification.events[event] });
  };
  return (
    <>
      {privacyChapters().map((chapter) => (
        <section key={chapter.purpose} aria-labelledby={`pourquoi-${chapter.purpose}`}>
          <h3 id={`pourquoi-${chapter.purpose}`}>{classification.purposes[chapter.purpose]}</h3>
          <ul>
            {factsOf(chapter).map(({ label, text }) => (
              <li key={label}>
                <b>{label}</b> {text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
