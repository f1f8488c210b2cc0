import { getLocale, getTranslations } from "next-intl/server";
import { journalFile } from "@/components/journal/journal-file";
import { dayOf } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { noteReading } from "@/lib/identity/journal/readings/commands";
import { listJournal } from "@/lib/identity/journal/readings/queries";
import { readJournalQuestion } from "@/lib/identity/journal/readings/rules";
import { linesOfAFile } from "@/lib/identity/journal/readings/schema";
import { now } from "@/lib/infra/clock";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

/** The journal as CSV, the latest lines first; 400 for a question that cannot be read, 404 for whoever may not. */
export const GET = apiRoute("journal export", async (request) => {
  const { searchParams } = new URL(request.url);
  const { filters, unreadable } = readJournalQuestion(Object.fromEntries(searchParams));
  const [actor, at] = [await currentActor(), now()];
  const { lines } = await listJournal(actor, filters, linesOfAFile);
  if (unreadable.length > 0) return new Response(null, { status: 400 });
  await noteReading(actor, { filters, isFile: true }, at);
  const people = lines.flatMap(({ actor: who, subject }) =>
    [who, subject].filter((p) => p !== null),
  );
  noteViews(actor, { spaceId: null, screen: "journal_export", people });
  const [t, language] = await Promise.all([getTranslations("journal"), getLocale()]);
  const name = `${t("csv.fileName")}-${dayOf(at, networkTimeZone)}.csv`;
  return new Response(journalFile(lines, { t, locale: localeOf(language) }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});
