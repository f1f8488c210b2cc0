import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listComingClosures, listNetworkClosures } from "@/lib/spaces/closures/queries";
import { aSpace, mondayMorning } from "@/tests/support/factories";

test("closures to come are listed soonest first, none withdrawn, none over", async () => {
  const space = await aSpace();
  const closure = (on: string, withdrawnAt: Date | null = null) => ({
    spaceId: space.id,
    startsAt: new Date(`${on}T06:00:00Z`),
    endsAt: new Date(`${on}T20:00:00Z`),
    reason: on,
    withdrawnAt,
  });
  await db.closure.createMany({
    data: [
      closure("2026-06-18"),
      closure("2026-06-16"),
      closure("2026-06-01"),
      closure("2026-06-17", new Date(0)),
    ],
  });
  const found = await listComingClosures(space.id, mondayMorning);
  expect(found.map((each) => each.reason)).toEqual(["2026-06-16", "2026-06-18"]);
});

test("a closure says whether it is of one resource, of the space or of the network", async () => {
  const space = await aSpace({ desks: 1 });
  const announcementId = crypto.randomUUID();
  const closure = (hour: string, own = {}) => ({
    spaceId: space.id,
    startsAt: new Date(`2026-06-18T${hour}:00:00Z`),
    endsAt: new Date("2026-06-18T20:00:00Z"),
    reason: hour,
    ...own,
  });
  await db.closure.createMany({
    data: [
      closure("06"),
      closure("07", { resourceId: space.desks[0]?.id }),
      closure("08", { announcementId }),
    ],
  });
  expect(await listComingClosures(space.id, mondayMorning)).toMatchObject([
    { resource: null, isNetwork: false },
    { resource: { name: "Bureau 1" }, isNetwork: false },
    { resource: null, isNetwork: true },
  ]);
});

test("the network's closure is one line however many spaces it shuts", async () => {
  const [one, two] = [await aSpace(), await aSpace()];
  const announcementId = crypto.randomUUID();
  const times = {
    startsAt: new Date("2026-06-19T06:00:00Z"),
    endsAt: new Date("2026-06-19T20:00:00Z"),
  };
  const closure = { ...times, announcementId, reason: "Alerte" };
  await db.closure.createMany({
    data: [one, two].map(({ id }) => ({ spaceId: id, ...closure })),
  });
  const found = (await listNetworkClosures(mondayMorning)).filter(
    (each) => each.announcementId === announcementId,
  );
  expect(found).toMatchObject([{ reason: "Alerte" }]);
  expect(found[0]?.spaces.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
});
