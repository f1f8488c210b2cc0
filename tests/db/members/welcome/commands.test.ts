import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { addStep, changeStep, markStep, removeStep } from "@/lib/members/welcome/commands";
import { listStepsOf, readSteps } from "@/lib/members/welcome/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

async function aWelcome() {
  const space = await aSpace();
  const host = await hostOf(space);
  const add = async (kind: "house_rules" | "induction" | "other", title?: string) => {
    const added = await addStep(host, { slug: space.slug, kind, title });
    return added.ok ? added.value.id : "";
  };
  const [rules, visit, key] = [
    await add("house_rules"),
    await add("induction"),
    await add("other", "Recevoir la clé"),
  ];
  return { space, host, rules, visit, key, slug: space.slug };
}

const kinds = async (spaceId: string) => (await readSteps(spaceId)).map(({ kind }) => kind);

test("a host sets the steps in an order, names them, carries one to the front, takes one away", async () => {
  const { space, host, slug, key, visit } = await aWelcome();
  expect(await kinds(space.id)).toEqual(["house_rules", "induction", "other"]);
  await changeStep(host, { slug, stepId: key, title: "Prendre la clé", rank: 1 });
  expect(await readSteps(space.id)).toMatchObject([
    { id: key, title: "Prendre la clé" },
    { kind: "house_rules" },
    { kind: "induction" },
  ]);
  await removeStep(host, { slug, stepId: visit }, at);
  await removeStep(host, { slug, stepId: visit }, at);
  expect(await kinds(space.id)).toEqual(["other", "house_rules"]);
  const actions = await db.journalEntry.findMany({ where: { spaceId: space.id } });
  expect(actions.map(({ action }) => action)).toEqual([
    "welcome.step_added",
    "welcome.step_added",
    "welcome.step_added",
    "welcome.step_changed",
    "welcome.step_removed",
  ]);
});

test("a step of its own kind is there once, a dozen are enough, and one that says nothing is named", async () => {
  const { host, slug, key } = await aWelcome();
  expect(await addStep(host, { slug, kind: "induction" })).toMatchObject({
    refusal: "already_there",
  });
  expect(await changeStep(host, { slug, stepId: key, rank: 1 })).toMatchObject({
    refusal: "title_needed",
  });
  for (let index = 3; index < 12; index += 1)
    await addStep(host, { slug, kind: "other", title: "x" });
  expect(await addStep(host, { slug, kind: "other", title: "x" })).toMatchObject({
    refusal: "too_many_steps",
  });
});

test("two hosts add at once: both steps are there, with ranks of their own", async () => {
  const { space, slug } = await aWelcome();
  const hosts = [await hostOf(space), await hostOf(space), await hostOf(space)];
  await Promise.all(hosts.map((host) => addStep(host, { slug, kind: "other", title: "x" })));
  const rows = await db.welcomeStep.findMany({ where: { spaceId: space.id } });
  expect(rows.map(({ rank }) => rank).sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a host ticks the visit of a member and takes the tick off; each is journalled once", async () => {
  const { space, host, slug, visit } = await aWelcome();
  const { personId } = await aMember();
  await aMembership(space, personId);
  const tick = (isDone: boolean) => markStep(host, { slug, personId, stepId: visit, isDone }, at);
  await tick(true);
  await tick(true);
  const done = async () =>
    (await listStepsOf(space.id, [personId])).get(personId)?.find(({ id }) => id === visit)?.isDone;
  expect(await done()).toBe(true);
  await tick(false);
  expect(await done()).toBe(false);
  const lines = await db.journalEntry.findMany({ where: { subjectId: personId } });
  expect(lines.map(({ action }) => action)).toEqual(["welcome.step_done", "welcome.step_undone"]);
});

test("no tick for whoever does not belong, nor of what only the person can do", async () => {
  const { space, host, slug, visit, rules } = await aWelcome();
  const { personId } = await aMember();
  const tick = (stepId: string) => markStep(host, { slug, personId, stepId, isDone: true }, at);
  await expect(tick(visit)).rejects.toThrow(NotFound);
  await aMembership(space, personId);
  await expect(tick(rules)).rejects.toThrow(NotFound);
});

test("a member, another host, staff and a visitor change nothing of a welcome", async () => {
  const { slug, visit, space } = await aWelcome();
  const member = await aMember();
  await aMembership(space, member.personId);
  const others: Actor[] = [member, await hostOf(await aSpace()), await aStaffMember(), anonymous];
  for (const actor of others) {
    const { personId } = member;
    const tries = [
      () => addStep(actor, { slug, kind: "emergency_contact" }),
      () => changeStep(actor, { slug, stepId: visit, rank: 1 }),
      () => removeStep(actor, { slug, stepId: visit }, at),
      () => markStep(actor, { slug, personId, stepId: visit, isDone: true }, at),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound);
  }
});
