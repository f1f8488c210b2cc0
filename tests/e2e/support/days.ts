/** Days of the real calendar, which the demonstration's clock is some weeks ahead of: none of them ends. */

/** Local date so many days from now. */
export function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
}

/** The school year that is over, September to August, by the year it begins in. */
export function lastSchoolYear(): number {
  const now = new Date();
  const running = now.getUTCFullYear() - (now.getUTCMonth() < 8 ? 1 : 0);
  return running - 1;
}

/** The whole month two before that of a day. */
export function twoMonthsBefore(day: string): { first: string; last: string } {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const text = (monthIndex: number, dayOfMonth: number) =>
    new Date(Date.UTC(year, monthIndex, dayOfMonth)).toISOString().slice(0, 10);
  return { first: text(month - 3, 1), last: text(month - 2, 0) };
}
