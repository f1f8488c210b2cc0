import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { getOwnCommute, listTravelRows } from "@/lib/reports/commutes/queries";
import { getReportRows } from "@/lib/reports/indicators/queries";
import { carbonAvoided, commuteAvoided } from "@/lib/reports/indicators/travel/rules";
import { aMember, aStaffMember } from "@/tests/support/actors";
import { aBooking, aCommune, aPerson, aSpace, mondayMorning } from "@/tests/support/factories";

const june = { first: day("2026-06-01"), last: day("2026-06-30") };
const july = new Date("2026-07-02T08:00:00Z");

test("one reads what one gave, and why it is not counted, and never another's", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const [home, work] = [await aCommune(), await aCommune()];
  const { personId } = member;
  expect(await getOwnCommute(member)).toEqual({
    ...{ given: null, because: "not_teleworker", home: null, usualSpaceId: null },
  });
  await db.profile.create({
    data: { personId, situation: "teleworker", communeId: home.insee },
  });
  await db.commute.create({
    data: { personId, workplaceId: work.insee, mode: "bus", agreedAt: mondayMorning },
  });
  expect(await getOwnCommute(member)).toEqual({
    given: {
      ...{ workplace: work.name, mode: "bus", kmToWork: null, spaceId: null, kmToSpace: null },
      agreedAt: mondayMorning,
    },
    because: null,
    home: home.name,
    usualSpaceId: null,
  });
  expect((await getOwnCommute(other)).given).toBeNull();
  await db.profile.update({ where: { personId }, data: { situation: "self_employed" } });
  expect((await getOwnCommute(member)).because).toBe("not_teleworker");
});

test("a teleworker 20 km from work and 5 from the site who came once avoids 30 km, and 5.34 kg", async () => {
  const [space, home, work] = [await aSpace(), await aCommune(), await aCommune()];
  const { id: personId } = await aPerson();
  await db.profile.create({
    data: { personId, situation: "teleworker", communeId: home.insee },
  });
  await db.commute.create({
    data: {
      ...{ personId, workplaceId: work.insee, mode: "car", kmToWork: 20 },
      ...{ spaceId: space.id, kmToSpace: 5, agreedAt: mondayMorning },
    },
  });
  await aBooking({
    ...{ space, personId, day: day("2026-06-16"), checkedInAt: "2026-06-16T07:00:00Z" },
    ...{ startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T16:30:00Z" },
  });
  const rows = await getReportRows(await aStaffMember(), june, july);
  const counting = { range: june, at: july };
  const reading = commuteAvoided(rows, counting);
  if (reading.kind !== "counted") throw new Error(reading.kind);
  expect(reading.value.bySpace.get(space.id)).toMatchObject({ persons: 1, km: 30 });
  const carbon = carbonAvoided(rows, counting);
  if (carbon.kind !== "counted") throw new Error(carbon.kind);
  expect(carbon.value.bySpace.get(space.id)?.grossKg).toBeCloseTo(5.34, 10);
});

test("every commune and the commune of every space has its place on the ground", async () => {
  const commune = await aCommune({ latitude: 44.6, longitude: 1.5 });
  const space = await aSpace({ communeId: commune.insee });
  const { positions } = await listTravelRows(july);
  expect(positions.ofCommunes.get(commune.insee)).toEqual({ latitude: 44.6, longitude: 1.5 });
  expect(positions.ofSpaces.get(space.id)).toEqual({ latitude: 44.6, longitude: 1.5 });
});
