import { getTranslations } from "next-intl/server";
import { bookingRefusalKeys } from "@/components/bookings/refusals";
import type { AnswerOutcome } from "@/lib/bookings/requests/commands";
import { isOfPlace, requestRefusalKeys } from "./refusals";

/** How many were answered, and why the others could not be, each reason once. */
export async function answersInWords(
  outcomes: AnswerOutcome[],
  answer: "confirm" | "refuse",
): Promise<string> {
  const [t, bookings] = await Promise.all([getTranslations("verbs"), getTranslations("bookings")]);
  const refused = outcomes.flatMap(({ result }) => (result.ok ? [] : [result.refusal]));
  const done = { count: outcomes.length - refused.length };
  const said = answer === "confirm" ? t("requests.confirmed", done) : t("requests.refused", done);
  if (refused.length === 0) return said;
  const reasons = [...new Set(refused)].map((refusal) =>
    isOfPlace(refusal) ? bookings(bookingRefusalKeys[refusal]) : t(requestRefusalKeys[refusal]),
  );
  return `${said} ${t("requests.failed", { count: refused.length, reasons: reasons.join(" ") })}`;
}
