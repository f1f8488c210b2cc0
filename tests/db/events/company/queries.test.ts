import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { findEventCompany } from "@/lib/events/company/queries";
import { aMember } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";
import { aListedMember, block } from "@/tests/support/mutual-help";

async function gathering() {
  const event = await anEvent(await aSpace({ desks: 0 }));
  const seen = await aListedMember();
  const discreet = await aListedMember();
  await aRegistration(event, { personId: seen.personId, shownToMembers: true, quantity: 2 });
  await aRegistration(event, { personId: discreet.personId, shownToMembers: false });
  await aRegistration(event);
  return { event, seen, discreet };
}

test("a member reads who chose to be seen, and how many others there are", async () => {
  const { event, seen } = await gathering();
  const company = await findEventCompany(await aMember(), event);
  expect(company?.people.map(({ personId }) => personId)).toEqual([seen.personId]);
  // Their guest, the one who does not show it, and somebody without an account.
  expect(company?.others).toBe(3);
});

test("a visitor reads nobody, oneself is not told, nobody waiting is", async () => {
  const { event, seen } = await gathering();
  expect(await findEventCompany(anonymous, event)).toBeNull();
  expect((await findEventCompany(seen, event))?.people).toEqual([]);
  const waiting = await aListedMember();
  await aRegistration(event, {
    ...{ personId: waiting.personId, shownToMembers: true, state: "waiting" },
  });
  expect((await findEventCompany(await aMember(), event))?.people).toHaveLength(1);
});

test("a block hides them from each other, whoever blocked, and the number stays the same", async () => {
  const { event, seen } = await gathering();
  const [blocked, blocking] = [await aMember(), await aMember()];
  await block(seen.personId, blocked.personId);
  await block(blocking.personId, seen.personId);
  for (const actor of [blocked, blocking]) {
    expect(await findEventCompany(actor, event)).toEqual({ people: [], others: 4 });
  }
});

test("an event nobody has a seat for has no company", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  expect(await findEventCompany(await aMember(), event)).toBeNull();
});
