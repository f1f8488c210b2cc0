import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { keepChoice } from "@/lib/notifications/choices/commands";
import { asItWasTold, isKnown, payloadToTell } from "@/lib/notifications/rechecks/queries";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";
import { aProposal } from "@/tests/support/notifications";

test("what was told stays to be told, and what is no longer true is not", async () => {
  const { personId } = await aMember();
  const told = aProposal(personId, "a@exemple.test");
  expect(await payloadToTell(db, told, mondayMorning, asItWasTold)).toEqual(told.payload);
  expect(await payloadToTell(db, told, mondayMorning, async () => null)).toBeNull();
});

test("what one has refused meanwhile is not to be told; the essential is, whatever one refused", async () => {
  const { personId } = await aMember();
  await keepChoice(db, personId, "exchanges", { mail: "never", push: false });
  const told = aProposal(personId, "a@exemple.test");
  expect(await payloadToTell(db, told, mondayMorning, asItWasTold)).toBeNull();
  const done = { ...told, kind: "swap-done" };
  expect(await payloadToTell(db, done, mondayMorning, asItWasTold)).toEqual(told.payload);
});

test("a kind nobody writes is not known, whatever its name", () => {
  expect([isKnown("swap-done"), isKnown("constructor"), isKnown("unheard-of")]).toEqual([
    true,
    false,
    false,
  ]);
});
