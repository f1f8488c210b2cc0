import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { getOwnChoices, readChoice } from "@/lib/notifications/choices/queries";
import { aMember } from "@/tests/support/actors";
import { aDevice } from "@/tests/support/notifications";

test("whoever never chose is told at once by mail, and by nothing else", async () => {
  const actor = await aMember();
  const { choices, quiet, devices } = await getOwnChoices(actor);
  expect(new Set(Object.values(choices).map(({ mail }) => mail))).toEqual(new Set(["now"]));
  expect(Object.values(choices).some(({ push }) => push)).toBe(false);
  expect({ quiet, devices }).toEqual({ quiet: null, devices: 0 });
});

test("one's own choices are shown, nobody else's", async () => {
  const [actor, other] = [await aMember(), await aMember()];
  await keepChoice(db, actor.personId, "messages", { mail: "weekly", push: true });
  await aDevice(actor.personId);
  expect((await getOwnChoices(actor)).choices.messages).toEqual({ mail: "weekly", push: true });
  expect((await getOwnChoices(actor)).devices).toBe(1);
  expect((await getOwnChoices(other)).choices.messages.mail).toBe("now");
});

test("a visitor has no choices", async () => {
  await expect(getOwnChoices(anonymous)).rejects.toThrow(Unauthenticated);
});

test("devices are told of a category that is pushed, those that are gone never", async () => {
  const { personId } = await aMember();
  const device = await aDevice(personId);
  await aDevice(personId, { goneAt: new Date() });
  await keepChoice(db, personId, "messages", { mail: "now", push: true });
  expect((await readChoice(db, personId, "messages")).subscriptionIds).toEqual([device.id]);
  expect((await readChoice(db, personId, "community")).subscriptionIds).toEqual([]);
});
