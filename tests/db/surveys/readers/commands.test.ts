import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { nameReader, withdrawReader } from "@/lib/surveys/readers/commands";
import { mayRead } from "@/lib/surveys/readers/queries";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const anAdmin = () => anActor([{ role: "admin", spaceId: null }]);
/** One of the staff with the grant in the database too, by whom they are found. */
async function namedStaff() {
  const staff = await aStaffMember();
  await db.roleGrant.create({ data: { personId: staff.personId, role: "staff" } });
  return staff;
}
const until = day("2026-07-31");

test("an administrator names one of the staff, for a reason and until a day; the journal says so", async () => {
  const [admin, staff, campaign] = [await anAdmin(), await namedStaff(), await aCampaign()];
  expect(await mayRead(staff, campaign, whileOpen)).toBe(false);
  const input = {
    slug: campaign.slug,
    courriel: staff.email ?? "",
    reason: "Conseil",
    endsOn: until,
  };
  expect(await nameReader(admin, input, whileOpen)).toEqual({ ok: true, value: null });
  expect(await mayRead(staff, campaign, whileOpen)).toBe(true);
  expect(await mayRead(staff, campaign, new Date("2026-07-31T21:59:00Z"))).toBe(true);
  expect(await mayRead(staff, campaign, new Date("2026-07-31T22:00:00Z"))).toBe(false);
  expect(await mayRead(staff, await aCampaign(), whileOpen)).toBe(false);
  const line = await db.journalEntry.findFirstOrThrow({ where: { subjectId: staff.personId } });
  expect(line).toMatchObject({
    action: "survey.reader_named",
    actorId: admin.personId,
    after: { reason: "Conseil", until },
  });
});

test("taken back, it holds no more from the next page on; twice is once", async () => {
  const [admin, staff, campaign] = [await anAdmin(), await namedStaff(), await aCampaign()];
  const input = {
    slug: campaign.slug,
    courriel: staff.email ?? "",
    reason: "Conseil",
    endsOn: until,
  };
  await nameReader(admin, input, whileOpen);
  const { id } = await db.surveyReader.findFirstOrThrow({ where: { personId: staff.personId } });
  await withdrawReader(admin, { id }, whileOpen);
  await withdrawReader(admin, { id }, whileOpen);
  expect(await mayRead(staff, campaign, whileOpen)).toBe(false);
  const withdrawn = { action: "survey.reader_withdrawn", subjectId: staff.personId };
  expect(await db.journalEntry.count({ where: withdrawn })).toBe(1);
  await expect(withdrawReader(admin, { id: randomUUID() }, whileOpen)).rejects.toThrow(NotFound);
});

test("refused: somebody not of the staff, a past day, more than a year, somebody who reads already", async () => {
  const [admin, staff, campaign] = [await anAdmin(), await namedStaff(), await aCampaign()];
  const input = {
    slug: campaign.slug,
    courriel: staff.email ?? "",
    reason: "Conseil",
    endsOn: until,
  };
  const refusalOf = async (over: Partial<typeof input>) => {
    const result = await nameReader(admin, { ...input, ...over }, whileOpen);
    return result.ok ? null : result.refusal;
  };
  expect(await refusalOf({ courriel: (await aMember()).email ?? "" })).toBe("not_staff");
  expect(await refusalOf({ endsOn: day("2026-06-30") })).toBe("past_day");
  expect(await refusalOf({ endsOn: day("2027-07-03") })).toBe("too_long");
  expect(await refusalOf({})).toBeNull();
  expect(await refusalOf({})).toBe("already_reads");
});

test("two administrators who name the same person at once name them once", async () => {
  const [one, other, staff] = [await anAdmin(), await anAdmin(), await namedStaff()];
  const { slug } = await aCampaign();
  const input = { slug, courriel: staff.email ?? "", reason: "Conseil", endsOn: until };
  const results = await Promise.all([
    nameReader(one, input, whileOpen),
    nameReader(other, input, whileOpen),
  ]);
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test("staff, hosts, members and visitors name nobody", async () => {
  const { slug } = await aCampaign();
  const input = { slug, courriel: "x@exemple.test", reason: "Conseil", endsOn: until };
  const others = [anonymous, await aMember(), await hostOf(await aSpace()), await aStaffMember()];
  for (const other of others) {
    await expect(nameReader(other, input, whileOpen)).rejects.toThrow(NotFound);
    await expect(withdrawReader(other, { id: randomUUID() })).rejects.toThrow(NotFound);
  }
});
