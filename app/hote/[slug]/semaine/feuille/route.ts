import { getLocale, getTranslations } from "next-intl/server";
import { weekSheetTables } from "@/components/host/week-sheet";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { getHostWeek } from "@/lib/bookings/weeks/queries";
import { weekAsked } from "@/lib/bookings/weeks/rules";
import { dayOf, parseDay } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { writePdf } from "@/lib/infra/pdf";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";

type Context = { params: Promise<{ slug: string }> };

/** The week for the door as a tagged PDF: who, where, when; 404 for whoever does not run the space. */
export const GET = apiRoute("week sheet", async (request, { params }: Context) => {
  const { slug } = await params;
  if (!spaceSlugInput.safeParse(slug).success) throw new NotFound();
  const at = now();
  const asked = new URL(request.url).searchParams.get("du");
  const today = dayOf(at, networkTimeZone);
  const first = weekAsked(asked === null ? today : parseDay(asked), today);
  if (!first) return new Response(null, { status: 400 });
  const actor = await currentActor();
  const [week, t, host, language] = await Promise.all([
    getHostWeek(actor, slug, first, at),
    getTranslations("board"),
    getTranslations("host"),
    getLocale(),
  ]);
  noteViews(actor, { spaceId: week.space.id, screen: "week_sheet", people: week.entries });
  const locale = localeOf(language);
  const { timeZone } = week.space.calendar;
  const pdf = await writePdf({
    title: t("sheet.title", { space: week.space.name, day: formatDay(first, locale) }),
    language: locale,
    lead: [t("sheet.lead")],
    tables: weekSheetTables(week, { t, host, locale, timeZone }),
    end: [
      t("sheet.end", {
        day: formatDay(dayOf(at, timeZone), locale),
        time: formatTime(at, timeZone, locale),
      }),
    ],
    madeAt: at,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${t("sheet.file")}-${slug}-${first}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
});
