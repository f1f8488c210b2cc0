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
  const fact = (label: string, text: string) => (
    <span key={label}>
      <span className="muted">{label}</span> {text}.{" "}
    </span>
  );
  const basisOf = (basis: Datum["basis"]) => fact(t("basis"), classification.bases[basis]);
  const seenBy = ({ viewers }: Datum) =>
    fact(t("who"), viewers.map((viewer) => classification.viewers[viewer]).join(", "));
  return (
    <>
      {privacyChapters().map(({ purpose, data }) => {
        const [basis, ...others] = [...new Set(data.map((datum) => datum.basis))];
        const isOne = others.length === 0;
        return (
          <section key={purpose} aria-labelledby={`pourquoi-${purpose}`}>
            <h3 id={`pourquoi-${purpose}`}>{classification.purposes[purpose]}</h3>
            {isOne && basis ? <p className="small">{basisOf(basis)}</p> : null}
            <ul className="privacy-data">
              {data.map((datum) => (
                <li key={`${datum.table} ${datum.columns?.join(" ")}`}>
                  <b>{nameOf(datum, classification)}</b>
                  <p className="small">
                    {seenBy(datum)}
                    {fact(t("howLong"), durationWords(datum.duration))}
                    {isOne ? null : basisOf(datum.basis)}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
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
