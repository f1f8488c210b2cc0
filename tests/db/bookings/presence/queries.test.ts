import { expect, test } from "vitest";
import { getPoster, getPresencePage } from "@/lib/bookings/presence/queries";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

const afternoon = {
  day: tuesday,
  part: "afternoon" as const,
  startsAt: "2026-06-16T11:30:00Z",
  endsAt: "2026-06-16T16:30:00Z",
};
const standingAt = async (
  ...[actor, slug, time]: [Parameters<typeof getPresencePage>[0], string, string]
) => (await getPresencePage(actor, slug, new Date(`2026-06-16T${time}:00Z`))).standing;

test("the address of the poster shows one's own booking of the moment and nothing of others", async () => {
  const space = await aSpace({ checkInCode: "ABCDE9" });
  const member = await aMember();
  await aBooking({ space, ...afternoon, desk: 1 });
  const own = await aBooking({ space, ...afternoon, personId: member.personId });
  expect(await standingAt(anonymous, space.slug, "12:00")).toEqual({ kind: "visitor" });
  expect(await standingAt(await aMember(), space.slug, "12:00")).toEqual({
    kind: "nothing_now",
    next: null,
    rest: "afternoon",
  });
  expect(await standingAt(member, space.slug, "07:00")).toMatchObject({
    kind: "nothing_now",
    next: { id: own.id },
    rest: "morning",
  });
  expect(await standingAt(member, space.slug, "11:15")).toMatchObject({
    kind: "arrive",
    booking: { id: own.id },
  });
});

test("whoever is there is told since when; the code itself is never in the page", async () => {
  const space = await aSpace({ checkInCode: "ABCDE9" });
  const member = await aMember();
  const there = { personId: member.personId, checkedInAt: "2026-06-16T11:31:00Z" };
  const { id } = await aBooking({ space, ...afternoon, ...there });
  const page = await getPresencePage(member, space.slug, new Date("2026-06-16T12:00:00Z"));
  expect(page).toMatchObject({ hasCode: true, standing: { kind: "there", booking: { id } } });
  expect(JSON.stringify(page)).not.toContain("ABCDE9");
});

test("the poster is for those who run the space", async () => {
  const space = await aSpace({ checkInCode: "ABCDE9" });
  expect(await getPoster(await hostOf(space), space.slug)).toMatchObject({ code: "ABCDE9" });
  for (const actor of [anonymous, await aMember(), await aStaffMember()]) {
    await expect(getPoster(actor, space.slug)).rejects.toThrow(NotFound);
  }
});
