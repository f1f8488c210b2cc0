import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { termsRefusalWords } from "@/components/terms/refusal-words";
import { serviceWords, termsInWords } from "@/components/terms/term-words";
import { day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { firstSetup } from "@/lib/spaces/resources/rules";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

const today = day("2026-06-15");
const space = { bookingHorizonDays: 60, cancelDaysBefore: 1, cancelUntilMinute: 1_080 };

function readerIn(locale: Locale) {
  const messages = { fr, en }[locale];
  return { t: createTranslator({ locale, messages, namespace: "terms" }), locale, today };
}

/** Each term as « label : words », with ordinary spaces. */
function words(differs: Partial<ResourceSetup>, locale: Locale = "fr"): string[] {
  const setup = { ...firstSetup("room", today), ...differs };
  return termsInWords(setup, space, readerIn(locale)).map(({ label, words: said }) =>
    `${label} : ${said}`.replaceAll(/\s/g, " "),
  );
}

test("what a resource does not ask is not said, what it takes from its space is", () => {
  expect(words({ modes: ["day"] })).toEqual([
    "Se réserve : à la journée",
    "Préavis : jusqu’au dernier moment",
    "À l’avance : 60 jours, comme le lieu",
    "Annulation : jusqu’à la veille, 18 h, comme le lieu",
  ]);
});

test("everything a resource asks is said, in both languages", () => {
  const all = {
    modes: ["hour" as const, "day" as const],
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 60,
    noticeMinutes: 120,
    horizonDays: 1,
    cancelNoticeMinutes: 2_880,
    quotaCount: 3,
    quotaPeriod: "month" as const,
    needsApproval: true,
  };
  expect(words(all)).toEqual([
    "Se réserve : à l’heure, de 30 minutes à 8 heures, par pas de 30 minutes · à la journée",
    "Gardée libre : 10 minutes avant et 1 heure après chaque réservation",
    "Préavis : au plus tard 2 heures avant le début",
    "À l’avance : 1 jour",
    "Annulation : jusqu’à 2 jours avant le début",
    "Par membre : 3 réservations de ce type par mois",
    "Accord : sur demande, l’hôte répond",
  ]);
  expect(words({ ...all, cancelNoticeMinutes: 0 }, "en")).toEqual([
    "Booked : by the hour, from 30 minutes to 8 hours, in steps of 30 minutes · by the day",
    "Kept free : 10 minutes before and 1 hour after each booking",
    "Notice : at the latest 2 hours before the start",
    "Ahead : 1 day",
    "Cancelling : until the start",
    "Per member : 3 bookings of this type a month",
    "Agreement : on request, the host answers",
  ]);
});

test.each([
  [{ inServiceFrom: day("2020-01-01") }, []],
  [{ inServiceFrom: day("2026-07-01") }, ["en service à partir du mercredi 1er juillet"]],
  [{ inServiceUntil: day("2026-07-01") }, ["en service jusqu’au mardi 30 juin inclus"]],
  [{ inServiceUntil: today }, ["retirée depuis le lundi 15 juin"]],
])("service %j is said as %j", (differs, expected) => {
  expect(serviceWords({ ...firstSetup("desk", today), ...differs }, readerIn("fr"))).toEqual(
    expected,
  );
});

test("bookings in the way are counted, and lead to closing the resource on those very days", () => {
  const where = { slug: "lieu", resourceId: "r", ...readerIn("fr") };
  const data = { count: 2, first: day("2026-06-16"), last: day("2026-06-18") };
  const { message, data: help } = termsRefusalWords(
    { ok: false, refusal: "places_booked", data },
    where,
  );
  expect(message).toMatch(
    /^2 réservations sont prévues du mardi 16 juin au jeudi 18 juin sur cette place/,
  );
  expect(help.alternatives).toEqual([
    {
      href: "/hote/lieu/fermer?quoi=r&moment=day&jour=2026-06-16&fin=2026-06-18",
      label: "Voir qui est touché, et fermer du mardi 16 juin au jeudi 18 juin",
    },
  ]);
  const one = { ...data, count: 1, last: data.first };
  const single = termsRefusalWords({ ok: false, refusal: "service_booked", data: one }, where);
  expect(single.message).toMatch(/^1 réservation est prévue le mardi 16 juin sur cette place/);
  expect(single.data.alternatives[0]?.href).toMatch(/&jour=2026-06-16$/);
  const other = termsRefusalWords({ ok: false, refusal: "name_taken" }, where);
  expect(other.data.alternatives).toEqual([]);
});
