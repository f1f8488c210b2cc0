import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { listAccess, listReaders, mayOpenAnswers, mayRead } from "@/lib/surveys/readers/queries";
import { aMember, anActor, aStaffMember } from "@/tests/support/actors";
import { aReading } from "@/tests/support/survey-answers";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

test("who reads sees their campaigns only; an administrator sees all and reads none; others find nothing", async () => {
  const [mine, other] = [await aCampaign(), await aCampaign()];
  const [reader, admin] = [await aStaffMember(), await anActor([{ role: "admin", spaceId: null }])];
  await aReading(mine.id, reader);
  const access = await listAccess(reader, whileOpen);
  expect(access).toMatchObject([{ campaign: { slug: mine.slug }, mayRead: true, mayName: false }]);
  expect(await mayOpenAnswers(reader, whileOpen)).toBe(true);
  expect(await mayOpenAnswers(admin, whileOpen)).toBe(true);
  const all = await listAccess(admin, whileOpen);
  expect(all.map(({ campaign }) => campaign.slug)).toEqual(
    expect.arrayContaining([mine.slug, other.slug]),
  );
  expect(all.some((each) => each.mayRead)).toBe(false);
  for (const stranger of [anonymous, await aMember(), await aStaffMember()]) {
    await expect(listAccess(stranger, whileOpen)).rejects.toThrow(NotFound);
    expect(await mayOpenAnswers(stranger, whileOpen)).toBe(false);
    expect(await mayRead(stranger, mine, whileOpen)).toBe(false);
  }
});

test("an administrator reads who was named, why, until when and what became of it", async () => {
  const campaign = await aCampaign();
  const [now, before] = [await aStaffMember(), await aStaffMember()];
  await aReading(campaign.id, now);
  await aReading(campaign.id, before, "2026-06-30");
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  const readers = await listReaders(admin, campaign, whileOpen);
  expect(readers.find(({ personId }) => personId === now.personId)).toMatchObject({
    state: "reads",
    reason: "Dépouillement",
    endsOn: "2026-12-31",
  });
  expect(readers.find(({ personId }) => personId === before.personId)?.state).toBe("over");
  await expect(listReaders(now, campaign, whileOpen)).rejects.toThrow(NotFound);
});
