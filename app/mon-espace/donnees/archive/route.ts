import { getLocale, getTranslations } from "next-intl/server";
import { dayInWords } from "@/components/privacy/value-words";
import { dayOf, homeTimeZone } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { listOwnData } from "@/lib/privacy/exports/queries";
import { archiveOf } from "@/lib/privacy/exports/rules";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

const limit = { name: "own-archive", times: 10, seconds: 3_600 };

/** Everything somebody's own as a ZIP; nobody else's, and not without end: it reads every table. */
export const GET = apiRoute("own data", async () => {
  const actor = await currentActor();
  if (actor.kind !== "person") throw new Unauthenticated();
  const t = await getTranslations("myData");
  const wait = await secondsToWait(limit, actor.personId);
  if (wait !== null) {
    return new Response(t("tooMany"), {
      status: 429,
      headers: { "content-type": "text/plain; charset=utf-8", "retry-after": String(wait) },
    });
  }
  const at = now();
  const [tables, locale] = await Promise.all([listOwnData(actor), getLocale().then(localeOf)]);
  const day = dayOf(at, homeTimeZone);
  const readMe = { name: t("readMeName"), text: t("readMe", { date: dayInWords(day, locale) }) };
  return new Response(new Uint8Array(archiveOf(tables, readMe, at)), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${t("archiveFile")}-${day}.zip"`,
      "cache-control": "private, no-store",
    },
  });
});
