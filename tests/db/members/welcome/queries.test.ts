import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { saveEmergencyContact } from "@/lib/members/emergency-contacts/commands";
import { acceptRules, publishRules } from "@/lib/members/house-rules/commands";
import { addStep, markStep } from "@/lib/members/welcome/commands";
import { countStepsLeft, getWelcome, listStepsOf, readSteps } from "@/lib/members/welcome/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

test("each member has their own steps left: rules accepted, contact named, another with nothing done", async () => {
  const space = await aSpace();
  const { slug } = space;
  const [host, one, other] = [await hostOf(space), await aMember(), await aMember()];
  await aMembership(space, one.personId);
  await aMembership(space, other.personId);
  await addStep(host, { slug, kind: "house_rules" });
  await addStep(host, { slug, kind: "emergency_contact" });
  await publishRules(host, { slug, text: "Rangez la cuisine." }, at);
  await acceptRules(one, { slug, version: 1 }, at);
  await saveEmergencyContact(one, { name: "Paul", phone: "05 65 00 00 00" });
  const done = async (personId: string) =>
    (await listStepsOf(space.id, [one.personId, other.personId]))
      .get(personId)
      ?.map(({ isDone }) => isDone);
  expect(await done(one.personId)).toEqual([true, true]);
  expect(await done(other.personId)).toEqual([false, false]);
  await publishRules(host, { slug, text: "Rangez la cuisine et le salon." }, at);
  expect(await done(one.personId)).toEqual([false, true]);
});

test("a host reads the steps to set them; another host does not", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  await addStep(host, { slug: space.slug, kind: "induction" });
  expect((await getWelcome(host, space.slug)).steps).toEqual(await readSteps(space.id));
  const other = await hostOf(await aSpace());
  await expect(getWelcome(other, space.slug)).rejects.toThrow(NotFound);
});

test("a host of the day sees who of the space has steps left, and how many; nobody else does", async () => {
  const space = await aSpace();
  const [host, fresh, welcomed, guest] = [
    await hostOf(space),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  await aMembership(space, fresh.personId);
  await aMembership(space, welcomed.personId);
  const { slug } = space;
  const visit = await addStep(host, { slug, kind: "induction" });
  await addStep(host, { slug, kind: "emergency_contact" });
  await saveEmergencyContact(welcomed, { name: "Paul", phone: "05 65 00 00 00" });
  const stepId = visit.ok ? visit.value.id : "";
  await markStep(host, { slug, personId: welcomed.personId, stepId, isDone: true }, at);
  const all = [fresh, welcomed, guest].map(({ personId }) => personId);
  expect(await countStepsLeft(host, space.id, all)).toEqual(new Map([[fresh.personId, 2]]));
  for (const actor of [fresh, await aStaffMember(), await hostOf(await aSpace())]) {
    expect(await countStepsLeft(actor, space.id, all)).toEqual(new Map());
  }
});
