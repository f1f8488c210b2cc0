import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { changeOpening } from "@/lib/bookings/opening-changes/commands";
import { previewOpening } from "@/lib/bookings/opening-changes/queries";
import type { OpeningChange } from "@/lib/bookings/opening-changes/schema";
import type { PersonActor } from "@/lib/core/actor";
import { dateColumn, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { noList } from "@/tests/support/closures";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const shorter: OpeningChange = {
  kind: "week",
  weekdays: [2],
  from: tuesday,
  mode: "replace",
  everyWeeks: 1,
  season: "always",
  staffName: null,
  hours: [{ startMinute: 810, endMinute: 1_110, state: "staffed" }],
};

type Answers = { all: "cancel" | "keep"; choices?: Record<string, "cancel" | "keep"> };

/** Reads whom it hits and changes the hours, as the page does. */
async function change(actor: PersonActor, slug: string, what: OpeningChange, answers: Answers) {
  const preview = await previewOpening(actor, slug, what, mondayMorning);
  const list = preview.ok ? preview.list : noList;
  const input = { slug, change: what, list, choices: {}, places: {}, ...answers };
  return changeOpening(actor, input, mondayMorning);
}

const book = (actor: PersonActor, slug: string, on = tuesday) =>
  bookResource(actor, { slug, day: on, part: "morning" }, mondayMorning);

const kindsTo = async ({ personId }: PersonActor) =>
  (
    await db.notification.findMany({
      where: { personId, kind: { not: "booking-confirmed" } },
    })
  ).map(({ kind, payload }) => ({ kind, payload }));

test("hours that shrink cancel or keep whoever is left outside, and tell them", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const [gone, kept, other] = [await aMember(), await aMember(), await aMember()];
  await book(gone, space.slug);
  const second = await book(kept, space.slug, day("2026-06-23"));
  await book(other, space.slug, day("2026-06-17"));
  const id = second.ok ? second.value.id : "";
  const result = await change(host, space.slug, shorter, {
    all: "cancel",
    choices: { [id]: "keep" },
  });
  expect(result).toEqual({ ok: true, value: { moved: 0, cancelled: 1, kept: 1 } });
  expect(await kindsTo(gone)).toMatchObject([
    { kind: "booking-closed", payload: { because: "hours_change" } },
  ]);
  expect(await kindsTo(kept)).toMatchObject([
    { kind: "booking-kept", payload: { because: "hours_change" } },
  ]);
  expect(await kindsTo(other)).toEqual([]);
  expect(await book(await aMember(), space.slug)).toMatchObject({ refusal: "space_closed" });
  // Hours of the past stay as they were.
  const rules = await db.openingRule.findMany({ where: { spaceId: space.id, weekday: 2 } });
  expect(rules.map(({ validUntil }) => validUntil)).toEqual(
    expect.arrayContaining([dateColumn(tuesday), dateColumn(tuesday), null]),
  );
  expect(
    await db.journalEntry.findFirst({ where: { spaceId: space.id, action: "opening.changed" } }),
  ).toMatchObject({ actorId: host.personId, after: { cancelled: 1, kept: 1 } });
});

test("one day has other hours, then its usual ones again", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const exception: OpeningChange = { kind: "exception", day: tuesday, hours: [], reason: "Fête" };
  expect(await change(host, space.slug, exception, { all: "cancel" })).toMatchObject({ ok: true });
  const { calendar } = await getSpaceBySlug(space.slug);
  expect(calendar.exceptions).toEqual([{ day: tuesday, intervals: [], reason: "Fête" }]);
  expect(await change(host, space.slug, exception, { all: "cancel" })).toMatchObject({ ok: true });
  await change(host, space.slug, { kind: "usual", day: tuesday }, { all: "cancel" });
  expect((await getSpaceBySlug(space.slug)).calendar.exceptions).toEqual([]);
});

test("each refusal changes nothing", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const add = { ...shorter, mode: "add" as const };
  const refused = async (what: OpeningChange) => {
    const result = await change(host, space.slug, what, { all: "cancel" });
    return result.ok ? null : result.refusal;
  };
  expect(await refused({ ...shorter, from: day("2026-06-01") })).toBe("past_day");
  expect(await refused(add)).toBe("hours_overlap");
  expect(await refused({ ...add, hours: [] })).toBe("no_hours");
  expect(await refused({ kind: "usual", day: tuesday })).toBe("nothing_changes");
  await book(await aMember(), space.slug);
  const input = { slug: space.slug, change: shorter, list: noList, all: "cancel" as const };
  const stale = await changeOpening(host, { ...input, choices: {}, places: {} }, mondayMorning);
  expect(stale).toMatchObject({ refusal: "list_changed" });
  expect(await db.openingRule.count({ where: { spaceId: space.id, validUntil: null } })).toBe(10);
  expect(await db.booking.count({ where: { spaceId: space.id, state: "confirmed" } })).toBe(1);
});

test("hours are changed by the hosts of the space alone", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const input = {
    slug: space.slug,
    change: shorter,
    list: noList,
    all: "cancel" as const,
    choices: {},
    places: {},
  };
  for (const actor of [await aMember(), await hostOf(other), await aStaffMember()]) {
    await expect(changeOpening(actor, input, mondayMorning)).rejects.toThrow(NotFound);
    await expect(previewOpening(actor, space.slug, shorter, mondayMorning)).rejects.toThrow(
      NotFound,
    );
  }
});
