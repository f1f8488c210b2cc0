import { z } from "zod";
import { addDays, type Day, day } from "@/lib/core/day";

/** A calendar month, « 2026-05 ». */
export type Month = string & { readonly monthBrand: unique symbol };

/** Whole months only: two reports one day apart would tell where one person lives. */
export type Period = { first: Month; last: Month };

const monthPattern = /^(20\d{2})-(0[1-9]|1[0-2])$/;

export const monthInput = z
  .string()
  .refine((text): text is Month => monthPattern.test(text), { message: "invalidDate" });

/** The calendar month of a local day. */
export function monthOf(on: Day): Month {
  const known = monthsOfDays.get(on);
  if (known) return known;
  const month = monthInput.parse(on.slice(0, 7));
  if (monthsOfDays.size >= mostDaysKept) monthsOfDays.clear();
  monthsOfDays.set(on, month);
  return month;
}

/** Each booking asks for the month of its day, and reading one costs more than finding it. */
const monthsOfDays = new Map<Day, Month>();
const mostDaysKept = 20_000;

/** Its first local day. */
export function firstDayOf(month: Month): Day {
  return day(`${month}-01`);
}

/** Its last local day, included. */
export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const date = new Date(Date.UTC(year, number - 1 + count, 1));
  return monthInput.parse(date.toISOString().slice(0, 7));
}

/** The earlier of two months or two days, as they are written year first. */
export function earlierOf<Written extends Month | Day>(one: Written, other: Written): Written {
  if (one < other) return one;
  return other;
}

/** The later of two months or two days. */
export function laterOf<Written extends Month | Day>(one: Written, other: Written): Written {
  return earlierOf(one, other) === one ? other : one;
}

/** Every month of a period, both ends included. */
export function monthsOf({ first, last }: Period): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** Figures of one space, or of the network, over a period. Definitions: rules of reports, docs/glossary. */
export type Usage = {
  /** Desk-slots: one desk or office in service during one open half-day. */
  offered: number;
  /** Of these, with a booking that was not cancelled. */
  booked: number;
  /** Of these, with somebody present. */
  occupied: number;
  /** 0.5 for one half-day, 1 for more, never above 1 a person a day over the whole network. */
  personDays: number;
  /** Distinct members present at least once. */
  users: number;
  /** Arrivals known by a first name only: counted in person-days, never as users. */
  guests: number;
};
