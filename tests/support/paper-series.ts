import { decideMoment, type Moment, type Wanted } from "@/lib/bookings/moments/rules";
import type { SeriesMoment } from "@/lib/bookings/series/schema";
import { addDays, type Day, dayOf, instantAt } from "@/lib/core/day";
import { PaperCalendar } from "./calendar-model";
import {
  end,
  isSeat,
  meet,
  type PaperBooking,
  type PaperResource,
  type PaperSeriesWish,
} from "./paper-bookings";

export type Terms = { resource: PaperResource; moment: SeriesMoment };
/** From that day on, or everything still to come. */
export type Scope = { scope: "from"; day: Day } | { scope: "one"; day: Day } | { scope: "all" };

/** The calendar on paper with wishes that come back every week, their dates had one by one. */
export class PaperAgenda extends PaperCalendar {
  readonly series: PaperSeriesWish[] = [];

  makeSeries(
    person: string,
    terms: Terms,
    { firstDay, weeks }: { firstDay: Day; weeks: number },
    at: Date,
  ): string {
    if (firstDay < this.today(at)) return "series_in_past";
    const days = Array.from({ length: weeks }, (_, index) => addDays(firstDay, 7 * index));
    const lastDay = days.at(-1) ?? firstDay;
    const wish: PaperSeriesWish = {
      person,
      ...terms,
      lastDay,
      endedFrom: null,
      refused: [],
      former: [],
    };
    const { booked, refused } = this.takeDates(wish, days, at);
    if (booked.length === 0) return "nothing_free";
    wish.refused.push(...refused);
    this.series.push(wish);
    return "ok";
  }

  retry(wish: PaperSeriesWish, at: Date): string {
    const had = new Set(this.datesOf(wish).map(({ day }) => day));
    const days = wish.refused
      .filter(({ day, isClosed }) => !isClosed && day >= this.today(at) && !had.has(day))
      .filter(({ day }) => wish.endedFrom === null || day < wish.endedFrom)
      .map(({ day }) => day)
      .sort();
    if (days.length === 0) return "nothing_to_retry";
    const { booked, refused } = this.takeDates(wish, days, at);
    if (booked.length === 0) return "nothing_free";
    for (const row of wish.refused) {
      if (!days.includes(row.day)) continue;
      const again = refused.find(({ day }) => day === row.day);
      row.isClosed = !again;
      if (again) row.why = again.why;
    }
    return "ok";
  }

  cancelSeries(wish: PaperSeriesWish, asked: Scope, at: Date): string {
    const isMeant = (day: Day) =>
      asked.scope === "all" || (asked.scope === "one" ? day === asked.day : day >= asked.day);
    const meant = this.datesOf(wish).filter(
      (one) =>
        one.person === wish.person &&
        ["requested", "held", "confirmed"].includes(this.stateOf(one, at)) &&
        one.endsAt > at &&
        isMeant(one.day),
    );
    const mayGo = (one: PaperBooking) => !one.checkedInAt && at < this.cancellableUntil(one);
    const going = meant.filter(mayGo);
    if (going.length === 0 && meant.length > 0) return "too_late_to_cancel";
    const given = wish.refused.filter(({ day, isClosed }) => !isClosed && isMeant(day));
    const until = asked.scope === "one" ? null : this.endOf(wish, asked, at);
    if (going.length === 0 && given.length === 0 && !until) return "nothing_to_cancel";
    for (const row of given) row.isClosed = true;
    if (until) wish.endedFrom = until;
    for (const one of going) end(one, "cancelled");
    this.freed(going, at);
    return "ok";
  }

  /** From which day on the series is over, when that is sooner than it was. */
  private endOf(wish: PaperSeriesWish, asked: Scope, at: Date): Day | null {
    const today = this.today(at);
    const from = asked.scope === "from" && asked.day > today ? asked.day : today;
    const isEnded = wish.endedFrom !== null && wish.endedFrom <= from;
    return isEnded || from > wish.lastDay ? null : from;
  }

  private takeDates(wish: PaperSeriesWish, days: Day[], at: Date) {
    const booked: Day[] = [];
    const refused: PaperSeriesWish["refused"] = [];
    for (const day of days) {
      const judged = this.judge(wish, day, at);
      if (judged === "had") continue;
      const why =
        typeof judged === "string"
          ? judged
          : this.take(wish.person, termsOn(wish, day).resource, judged, at, wish);
      if (why === "ok") booked.push(day);
      else refused.push({ day, why, isClosed: false });
    }
    return { booked, refused };
  }

  /** The moment to be had that day, « had » when it is theirs already, or why it cannot be had. */
  private judge(wish: PaperSeriesWish, day: Day, at: Date) {
    const { person } = wish;
    const { resource, moment } = termsOn(wish, day);
    const decided = decideMoment(this.space, resource, this.wantedOn(day, moment), at);
    if (!decided.ok) return decided.refusal;
    const own = this.bookings.filter(
      (one) => one.person === person && meet(one, decided) && !one.checkedOutAt,
    );
    const isHad = own.some(
      (one) =>
        one.resource === resource &&
        (this.isLive(one, at) || this.stateOf(one, at) === "requested"),
    );
    if (isHad) return "had";
    if (isSeat(resource) && this.seatOf(person, decided, at)) return "already_booked";
    if (this.isTaken(resource, decided, at)) return "slot_taken";
    return decided satisfies Moment;
  }

  protected wantedOn(day: Day, moment: SeriesMoment): Wanted {
    if (moment.part !== "hours") return { day, part: moment.part };
    const { timeZone } = this.space.calendar;
    const startsAt = instantAt(day, moment.startMinute, timeZone);
    return { startsAt, endsAt: instantAt(day, moment.endMinute, timeZone) };
  }

  protected today(at: Date): Day {
    return dayOf(at, this.space.calendar.timeZone);
  }

  protected datesOf(wish: PaperSeriesWish): PaperBooking[] {
    return this.bookings.filter(({ series }) => series === wish);
  }
}

/** What a series asks for on a day: the terms from before a change for the days before it. */
export function termsOn({ former, resource, moment }: PaperSeriesWish, day: Day): Terms {
  return former.find(({ until }) => day < until) ?? { resource, moment };
}
