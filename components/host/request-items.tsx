import { Users } from "lucide-react";
import type { RequestToAnswer } from "@/lib/bookings/requests/queries";
import { named } from "@/lib/core/elision";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { nameOf, type Wording } from "./entry-words";

/** Requests that wait for an answer, soonest first, as items of what is to be dealt with. */
export function requestItems(slug: string, requests: RequestToAnswer[], wording: Wording) {
  const { t, locale, timeZone } = wording;
  return requests.map((request) => {
    const name = nameOf(request, wording);
    return (
      <li key={request.id}>
        <p>
          <Users className="text-river" size={18} strokeWidth={1.75} aria-hidden />
          <b>{t("request.title", named(name))}</b>
        </p>
        <p className="small">
          {t("request.lead", {
            day: capitalised(formatDay(request.day, locale), locale),
            times: formatTimes(request, timeZone, locale),
            resource: request.resourceName,
          })}
        </p>
        <p className="todo-gestures no-print">
          <a
            className="btn btn-secondary"
            href={`/hote/${slug}/demandes`}
            aria-label={t("request.answerLabel", { name })}
          >
            {t("request.answer")}
          </a>
        </p>
      </li>
    );
  });
}
