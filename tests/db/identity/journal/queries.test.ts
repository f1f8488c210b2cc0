import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { recordViews } from "@/lib/identity/journal/commands";
import { listViewsOf } from "@/lib/identity/journal/queries";
import { db, Prisma } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

const monday = new Date("2026-11-30T09:00:00Z");
const tuesday = new Date("2026-12-01T09:00:00Z");

test("a member reads who looked at their data, as what, where and which day, the latest first", async () => {
  const [member, space, staff] = [await aMember(), await aSpace(), await aStaffMember()];
  const host = await hostOf(space);
  const people = [member.personId];
  await recordViews(host, { spaceId: space.id, screen: "host_day", people }, monday);
  await recordViews(host, { spaceId: space.id, screen: "booking", people }, tuesday);
  await recordViews(staff, { spaceId: null, screen: "closure", people }, tuesday);
  expect(await listViewsOf(member)).toEqual([
    {
      day: "2026-12-01",
      viewerName: staff.name,
      viewedAs: "staff",
      screen: "closure",
      spaceId: null,
    },
    {
      day: "2026-12-01",
      viewerName: host.name,
      viewedAs: "host",
      screen: "booking",
      spaceId: space.id,
    },
    {
      day: "2026-11-30",
      viewerName: host.name,
      viewedAs: "host",
      screen: "host_day",
      spaceId: space.id,
    },
  ]);
});

test("nobody reads who looked at somebody else", async () => {
  const [member, other, space] = [await aMember(), await aMember(), await aSpace()];
  const host = await hostOf(space);
  await recordViews(
    host,
    { spaceId: space.id, screen: "host_day", people: [member.personId] },
    monday,
  );
  expect(await listViewsOf(other)).toEqual([]);
});

test("two requests at once that both noted somebody are told as one look", async () => {
  const [member, space] = [await aMember(), await aSpace()];
  const host = await hostOf(space);
  const seen = { spaceId: space.id, screen: "host_day", people: [member.personId] } as const;
  await Promise.all(
    [1, 2, 3, 4].map(() => recordViews(host, { ...seen, people: [...seen.people] }, monday)),
  );
  expect(await listViewsOf(member)).toHaveLength(1);
});

test("who looked at somebody is found by its index", async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`
      EXPLAIN SELECT 1 FROM journal_entries j
      WHERE j.action = 'people.viewed' AND j.after -> 'people' ? ${randomUUID()}`);
  });
  expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("journal_people_viewed");
});
