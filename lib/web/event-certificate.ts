import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Certificate } from "@/lib/events/certificates/queries";
import { now } from "@/lib/infra/clock";
import { writePdf } from "@/lib/infra/pdf";
import { networkTimeZone } from "@/lib/spaces/schema";

/** A certificate of attendance as a tagged PDF, in the language of whoever asks for it. */
export async function certificateResponse(certificate: Certificate): Promise<Response> {
  const [t, language] = await Promise.all([getTranslations("eventsDay.certificate"), getLocale()]);
  const locale = localeOf(language);
  const { name, title, day, timeZone, spaceName, communeName, speakers } = certificate;
  const place = spaceName.includes(communeName) ? spaceName : `${spaceName}, ${communeName}`;
  const minutes = (certificate.endsAt.getTime() - certificate.startsAt.getTime()) / 60_000;
  const madeAt = now();
  const pdf = await writePdf({
    title: t("title"),
    language: locale,
    lead: [t("says", { name, title })],
    tables: [
      {
        heading: t("facts"),
        columns: [t("what"), t("value")],
        rows: [
          [t("day"), formatDay(day, locale)],
          [t("hours"), formatTimes(certificate, timeZone, locale)],
          [t("length"), t("lengthValue", lengthOf(minutes))],
          [t("organiser"), place],
          ...(speakers.length > 0 ? [[t("speakers"), speakers.join(", ")]] : []),
        ],
        none: "",
      },
    ],
    end: [
      t(certificate.isWelcomed ? "how" : "howByCode"),
      t("end", { day: formatDay(dayOf(madeAt, networkTimeZone), locale) }),
    ],
    madeAt,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${t("file")}-${day}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}

function lengthOf(minutes: number) {
  return { hours: Math.floor(minutes / 60), minutes: Math.round(minutes % 60) };
}
