import { moveRefusals } from "@/lib/bookings/moves/schema";
import { type BookingRefusal, bookingRefusals, cancellationRefusals } from "@/lib/bookings/schema";
import type { Locale } from "@/lib/core/locale";
import englishApi from "@/messages/en/api.json";
import englishBookings from "@/messages/en/bookings.json";
import frenchApi from "@/messages/fr/api.json";
import frenchBookings from "@/messages/fr/bookings.json";

const api = { fr: frenchApi, en: englishApi };
const bookings = { fr: frenchBookings, en: englishBookings };

/** What the API itself refuses, with its status; the codes of bookings are those of the screens. */
export const apiProblems = {
  invalid_json: 400,
  invalid_request: 400,
  unauthenticated: 401,
  missing_scope: 403,
  not_found: 404,
  handed_over: 404,
  method_not_allowed: 405,
  body_too_large: 413,
  unsupported_media_type: 415,
  idempotency_key_reused: 422,
  wrong_state: 422,
  too_many_requests: 429,
  failed: 500,
  unavailable: 503,
} as const;
export type ApiProblem = keyof typeof apiProblems;

const cancellations: readonly string[] = cancellationRefusals;
const refusals: readonly string[] = bookingRefusals;
/** Somebody else was first, or oneself: the wish is right and the place is not free. */
const conflicts: readonly string[] = ["slot_taken", "space_full", "house_full", "already_booked"];

export type ProblemExtras = {
  alternatives?: unknown[];
  errors?: { path: string; message: string }[];
  [name: string]: unknown;
};

/** Ends the request with a problem (RFC 9457); the wrapper writes it in the caller's language. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: string;
  readonly extras: ProblemExtras;
  readonly headers: Record<string, string>;

  constructor(code: string, extras: ProblemExtras = {}, headers: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
    this.headers = headers;
  }
}

/** 409 when the place is held, 422 for any other refusal of the rules, the API's own for its own. */
export function statusOf(code: string): number {
  if (isApiProblem(code)) return apiProblems[code];
  return conflicts.includes(code) ? 409 : 422;
}

/** The body of a problem; `code` is what programs read, `detail` what a person does. */
export function problemBody(code: string, extras: ProblemExtras, locale: Locale) {
  return {
    type: `urn:cowloting:problem:${code}`,
    ...wordsOf(code, locale),
    status: statusOf(code),
    code,
    ...extras,
  };
}

/** What is said before a request comes to the API: an address that is no text, Postgres away. */
export function problemInstead(status: number, locale: Locale): Response {
  const code = status === 503 ? "unavailable" : "invalid_request";
  const headers = { "content-type": "application/problem+json" };
  return Response.json(problemBody(code, {}, locale), { status: statusOf(code), headers });
}

function wordsOf(code: string, locale: Locale): { title: string; detail: string } {
  if (isApiProblem(code)) return api[locale].problems[code];
  const { refused, refusals: ofMove } = api[locale];
  const { refusals: ofBooking, cancellation } = bookings[locale];
  if (isBookingRefusal(code)) return { title: refused, detail: ofBooking[code] };
  if (code === "too_late_to_cancel" || code === "already_checked_in") {
    return { title: refused, detail: cancellation[code] };
  }
  const known = Object.entries(ofMove).find(([name]) => name === code);
  return { title: refused, detail: known?.[1] ?? refused };
}

function isApiProblem(code: string): code is ApiProblem {
  return Object.hasOwn(apiProblems, code);
}

function isBookingRefusal(code: string): code is BookingRefusal {
  return refusals.includes(code);
}

/** Every code a booking, its cancellation or its move may be refused with. */
export const refusalCodes = [...new Set([...refusals, ...cancellations, ...moveRefusals])];
