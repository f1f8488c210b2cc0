import { expect, test } from "vitest";
import { listPeopleForWalkIn } from "@/lib/bookings/walk-ins/queries";
import { NotFound } from "@/lib/core/errors";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace, tuesday } from "@/tests/support/factories";

test("a host finds by name those who came before, and nobody else", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const known = await aPerson({ name: "Karim Haddad" });
  await aPerson({ name: "Karim Inconnu", email: "karim@exemple.test" });
  await aBooking({
    space,
    day: tuesday,
    personId: known.id,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T10:30:00Z",
  });
  const find = (text: string) => listPeopleForWalkIn(host, space.slug, text);
  expect(await find("kari")).toEqual([{ id: known.id, name: "Karim Haddad" }]);
  expect(await find("Karim@exemple.test")).toEqual([]);
  expect(await find("k")).toEqual([]);
});

test("a member finds nobody this way", async () => {
  const space = await aSpace();
  await expect(listPeopleForWalkIn(await aMember(), space.slug, "karim")).rejects.toThrow(NotFound);
});
