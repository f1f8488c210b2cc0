import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, wallMinuteOf } from "@/lib/core/day";
import {
  decideGift,
  endsSoon,
  expiryOf,
  holdsAt,
  isLater,
  isSameName,
  longestOf,
  monthsLater,
  nameIn,
  nameOf,
} from "@/lib/members/habilitations/rules";

const at = new Date("2026-06-16T08:00:00Z");
const later = (days: number) => new Date(at.getTime() + days * 86_400_000);
const live = (expiresAt: Date | null) => ({ expiresAt, revokedAt: null });

test("a year later is the same hour on the wall, summer or winter", () => {
  const end = new Date("2026-03-20T16:00:00Z");
  expect(monthsLater(end, 1, "Europe/Paris").toISOString()).toBe("2026-04-20T15:00:00.000Z");
  expect(monthsLater(end, 12, "Europe/Paris").toISOString()).toBe("2027-03-20T16:00:00.000Z");
});

test("the 31st of a shorter month is its last day, a leap one included", () => {
  const paris = (instant: Date) => dayOf(instant, "Europe/Paris");
  expect(paris(monthsLater(new Date("2027-01-31T12:00:00Z"), 1, "Europe/Paris"))).toBe(
    "2027-02-28",
  );
  expect(paris(monthsLater(new Date("2027-01-31T12:00:00Z"), 13, "Europe/Paris"))).toBe(
    "2028-02-29",
  );
  expect(paris(monthsLater(new Date("2026-10-31T12:00:00Z"), 3, "Europe/Paris"))).toBe(
    "2027-01-31",
  );
});

test("whatever the instant, months later has that month and that hour of the wall", () => {
  fc.assert(
    fc.property(
      fc.date({ min: at, max: new Date("2040-01-01T00:00:00Z"), noInvalidDate: true }),
      fc.integer({ min: 1, max: 120 }),
      (instant, months) => {
        const zone = "America/Montevideo";
        const end = monthsLater(instant, months, zone);
        const [year, month] = dayOf(instant, zone).split("-").map(Number) as [number, number];
        const [endYear, endMonth] = dayOf(end, zone).split("-").map(Number) as [number, number];
        expect(endYear * 12 + endMonth).toBe(year * 12 + month + months);
        expect(wallMinuteOf(end, zone)).toBe(wallMinuteOf(instant, zone));
      },
    ),
  );
});

test("without months, it never ends", () => {
  expect(expiryOf({ validMonths: null }, at, "Europe/Paris")).toBeNull();
  expect(expiryOf({ validMonths: 2 }, at, "Europe/Paris")?.toISOString()).toBe(
    "2026-08-16T08:00:00.000Z",
  );
});

test("it holds until its end, not at its end, and not once taken back", () => {
  expect(holdsAt(live(later(1)), at)).toBe(true);
  expect(holdsAt(live(at), at)).toBe(false);
  expect(holdsAt(live(null), at)).toBe(true);
  expect(holdsAt({ expiresAt: null, revokedAt: at }, at)).toBe(false);
});

test("of several, the one that holds longest counts; those over or taken back do not", () => {
  const short = live(later(2));
  const long = live(later(9));
  expect(longestOf([short, long, live(later(-1))], at)).toBe(long);
  expect(longestOf([{ ...live(null), revokedAt: at }, short], at)).toBe(short);
  expect(longestOf([short, live(null)], at)).toEqual(live(null));
  expect(longestOf([], at)).toBeNull();
});

test("no end is later than any end, and not than itself", () => {
  expect(isLater(null, at)).toBe(true);
  expect(isLater(at, null)).toBe(false);
  expect(isLater(null, null)).toBe(false);
  expect(isLater(later(1), at)).toBe(true);
});

test("given by hand: not for a day that is over, nor what is held longer; what is held as long is nothing", () => {
  expect(decideGift(null, later(-1), at)).toBe("already_over");
  expect(decideGift(null, null, at)).toBe("given");
  expect(decideGift(live(later(3)), later(9), at)).toBe("given");
  expect(decideGift(live(null), later(9), at)).toBe("longer_held");
  expect(decideGift(live(later(9)), later(9), at)).toBe("same");
});

test("one is told thirty days before the end, not before", () => {
  expect(endsSoon(live(later(30)), at)).toBe(true);
  expect(endsSoon(live(later(31)), at)).toBe(false);
  expect(endsSoon(live(null), at)).toBe(false);
});

test("a name is read in one's language, else in French; two alike but for accents are one", () => {
  expect(nameIn({ fr: "Clés", en: "Keys" }, "en")).toBe("Keys");
  expect(nameIn({ fr: "Clés" }, "en")).toBe("Clés");
  expect(nameOf("rien")).toEqual({ fr: "" });
  expect(isSameName({ fr: "Découpe laser" }, { fr: "decoupe  LASER" })).toBe(true);
  expect(isSameName({ fr: "Découpe laser" }, { fr: "Clés" })).toBe(false);
});
