import { getLocale, getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { capitalised } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { RefusedDate } from "@/lib/events/series/schema";
import { refusedDateWords } from "./refusal-words";

type SeriesNoteProps = {
  /** What was done to the dates of a series, and to how many. */
  done: { what: "made" | "followed"; count: number };
  refused: RefusedDate[];
};

/** How many dates were made, or changed with this one, and why each of the others was not. */
export async function SeriesNote({ done: { what, count }, refused }: SeriesNoteProps) {
  const [t, language] = await Promise.all([getTranslations("eventsEdit"), getLocale()]);
  const locale = localeOf(language);
  const said = { count, refused: refused.length };
  return (
    <Message tone={refused.length > 0 ? "warn" : "ok"} role="status">
      <p>{what === "made" ? t("repeat.made", said) : t("repeat.followed", said)}</p>
      {refused.length > 0 ? (
        <ul>
          {refused.map((date) => (
            <li key={date.day}>{capitalised(refusedDateWords(date, t, locale), locale)}</li>
          ))}
        </ul>
      ) : null}
    </Message>
  );
}
