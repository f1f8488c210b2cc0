import { getLocale, getTranslations } from "next-intl/server";
import { type AttestedPresence, listAttestedPresences } from "@/lib/bookings/attestations/queries";
import { totalOf } from "@/lib/bookings/attestations/rules";
import { attestedMonth, daysOfMonth } from "@/lib/bookings/attestations/schema";
import { dayOf } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { capitalised, formatDay, formatMonth, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { writePdf } from "@/lib/infra/pdf";
import { networkTimeZone } from "@/lib/spaces/schema";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ month: string }> };

/** The member's own attendance of one month as a tagged PDF, for an employer; nothing of anybody else. */
export const GET = apiRoute("attendance certificate", async (_request, { params }: Context) => {
  const month = attestedMonth.safeParse((await params).month);
  if (!month.success) throw new NotFound();
  const actor = await currentActor();
  if (actor.kind !== "person") throw new Unauthenticated();
  const at = now();
  const [presences, t, language] = await Promise.all([
    listAttestedPresences(actor, month.data, at),
    getTranslations("board.attestation"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { days, minutes } = totalOf(presences);
  const sums = {
    days,
    hours: Math.floor(minutes / 60),
    minutes: String(minutes % 60).padStart(2, "0"),
  };
  const pdf = await writePdf({
    title: t("title", { month: formatMonth(daysOfMonth(month.data).first, locale) }),
    language: locale,
    lead: [t("says", { name: actor.name ?? actor.email ?? "" }), t("sums", sums)],
    tables: [
      {
        heading: t("table"),
        columns: [t("day"), t("hours"), t("space")],
        rows: presences.map((presence) => [
          capitalised(formatDay(presence.day, locale), locale),
          formatTimes(
            { startsAt: presence.from, endsAt: presence.until },
            presence.timeZone,
            locale,
          ),
          placeWords(presence, t("keptMark")),
        ]),
        none: t("nothing"),
      },
    ],
    end: [
      t("how"),
      ...(presences.every(({ isNoted }) => isNoted) ? [] : [t("kept")]),
      t("end", { day: formatDay(dayOf(at, networkTimeZone), locale) }),
    ],
    madeAt: at,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${t("file")}-${month.data}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
});

/** The space with its commune, marked where nobody notes arrivals. */
function placeWords({ spaceName, communeName, isNoted }: AttestedPresence, mark: string): string {
  const place = spaceName.includes(communeName) ? spaceName : `${spaceName}, ${communeName}`;
  return isNoted ? place : `${place} ${mark}`;
}
