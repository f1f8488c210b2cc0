import { getMessages, getTranslations } from "next-intl/server";
import { type Datum, type Duration, privacyChapters } from "@/lib/privacy/notices/rules";

/** What is kept, why, on what basis, how long and who sees it, a line a datum: said by what the code does. */
export async function PrivacyChapters() {
  const [t, { classification }] = await Promise.all([
    getTranslations("legal.chapters"),
    getMessages(),
  ]);
  const durationWords = (duration: Duration) => {
    if (!("event" in duration)) return t(duration.kind);
    const { kind, count, event } = duration;
    return t(kind, { count, event: classification.events[event] });
  };
  const factsOf = ({ viewers, duration, basis }: Datum) => [
    { label: t("who"), text: viewers.map((viewer) => classification.viewers[viewer]).join(", ") },
    { label: t("howLong"), text: durationWords(duration) },
    { label: t("basis"), text: classification.bases[basis] },
  ];
  return (
    <>
      {privacyChapters().map(({ purpose, data }) => (
        <section key={purpose} aria-labelledby={`pourquoi-${purpose}`}>
          <h3 id={`pourquoi-${purpose}`}>{classification.purposes[purpose]}</h3>
          <ul className="privacy-data">
            {data.map((datum) => (
              <li key={`${datum.table} ${datum.columns?.join(" ")}`}>
                <p className="font-bold">{nameOf(datum, classification)}</p>
                <dl>
                  {factsOf(datum).map(({ label, text }) => (
                    <div key={label}>
                      <dt>{label}</dt>
                      <dd>{text}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type Words = { tables: Record<string, string>; columns: Record<string, string> };

/** « Profil », then « Profil : commune » for what has an audience or a duration of its own. */
function nameOf({ table, columns }: Datum, words: Words): string {
  const name = words.tables[table] ?? table;
  const parts = columns?.map((column) => (words.columns[column] ?? column).toLowerCase());
  return parts ? `${name}\u00a0: ${parts.join(", ")}` : name;
}
