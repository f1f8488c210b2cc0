import { getLocale, getTranslations } from "next-intl/server";
import {
  lineCells,
  listLead,
  listNotes,
  listTitle,
} from "@/components/reports/attendance/list-words";
import { NotFound } from "@/lib/core/errors";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { writePdf } from "@/lib/infra/pdf";
import { getAttendanceList } from "@/lib/reports/attendance-lists/queries";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ ouverture: string }> };

const columns = ["day", "times", "hours", "name", "organisation", "arrivedAt"] as const;

/** A list opened less than an hour ago by its reader, as a tagged PDF to sign; 404 for anybody else. No cache keeps it. */
export const GET = apiRoute("attendance sheet", async (_request, { params }: Context) => {
  const [{ ouverture }, actor, at] = [await params, await currentActor(), now()];
  const list = await getAttendanceList(actor, ouverture, at);
  if (actor.kind !== "person") throw new NotFound();
  const [t, language] = await Promise.all([getTranslations("attendanceList"), getLocale()]);
  const wording = { t, locale: localeOf(language) };
  const pdf = await writePdf({
    title: listTitle(list, wording),
    language: wording.locale,
    landscape: true,
    lead: [...listLead(list, actor.name ?? "", wording), ...listNotes(list, wording)],
    tables: [
      {
        heading: t("presences"),
        columns: [...columns, "signature" as const].map((column) => t(`columns.${column}`)),
        rows: list.lines.map((line) => {
          const cells = lineCells(line, list.space.timeZone, wording);
          return [...columns.map((column) => cells[column]), ""];
        }),
        none: t("none"),
        // Room for a hand to sign.
        leastHeight: 28,
      },
    ],
    end: [t("end")],
    madeAt: at,
  });
  const { du, au } = list.opening;
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${t("file")}-${du}-${au}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
});
