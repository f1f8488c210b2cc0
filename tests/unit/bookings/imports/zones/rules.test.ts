import { expect, test } from "vitest";
import { zoneMeant } from "@/lib/bookings/imports/zones/rules";

test.each([
  ["Europe/Paris", "Europe/Paris"],
  ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["/citadel.org/20211207_1/Europe/Paris", "Europe/Paris"],
  ["/freeassociation.sourceforge.net/America/Indiana/Knox", "America/Indiana/Knox"],
  ["Romance Standard Time", "Europe/Paris"],
  ["tzone://Microsoft/Utc", "UTC"],
  ["UTC", "UTC"],
])("%s is %s", (name, zone) => {
  expect(zoneMeant(name)).toBe(zone);
  expect(zoneMeant(name)).toBe(zone);
});

test.each(["", "Customized Time Zone", "constructor", "__proto__", "x".repeat(5_000), "Paris/"])(
  "nobody can tell what %s is",
  (name) => {
    expect(zoneMeant(name)).toBeNull();
  },
);

test("thousands of names are not all kept", () => {
  for (let index = 0; index < 2_000; index += 1) expect(zoneMeant(`Zone ${index}`)).toBeNull();
  expect(zoneMeant("Europe/Paris")).toBe("Europe/Paris");
});
