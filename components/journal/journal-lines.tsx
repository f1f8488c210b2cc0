import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { capitalised, formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { JournalLineView } from "@/lib/identity/journal/readings/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { actionWords, changeWords, type JournalWording, whoWords } from "./journal-words";

/** Lines of the journal by local day, the latest first: who did what, where, and what it was before. */
export async function JournalLines({ lines }: { lines: JournalLineView[] }) {
  const [t, language] = await Promise.all([getTranslations("journal"), getLocale()]);
  const wording = { t, locale: localeOf(language) };
  const days = Map.groupBy(lines, ({ at }) => dayOf(at, networkTimeZone));
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="mt-8">
      <h2 className="text-h3">
        {capitalised(formatDay(day, wording.locale), wording.locale)} {day.slice(0, 4)}
      </h2>
      <ol className="journal">
        {ofDay.map((line) => (
          <JournalLine key={line.id} line={line} wording={wording} />
        ))}
      </ol>
    </section>
  ));
}

function JournalLine({ line, wording }: { line: JournalLineView; wording: JournalWording }) {
  const { t, locale } = wording;
  const changes = changeWords(line, wording);
  return (
    <li className="journal-line">
      <time className="num" dateTime={line.at.toISOString()}>
        {formatTime(line.at, networkTimeZone, locale)}
      </time>
      <div>
        <p>
          <b>{whoWords(line, wording)}</b>
        </p>
        <p>{actionWords(line.action, wording)}</p>
        <p className="small muted">
          {[
            line.spaceName ?? t("network"),
            line.subject ? t("about", { name: line.subject.name ?? t("unknownPerson") }) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {changes.length > 0 ? (
          <dl className="journal-changes">
            {changes.map(({ label, value }) => (
              <div key={`${label} ${value}`}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className="micro muted">
          {t("line", { id: line.id })}
          {line.requestId ? ` · ${t("request", { id: line.requestId })}` : null}
        </p>
      </div>
    </li>
  );
}
