import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { noteChange } from "@/lib/events/changes/commands";
import { tellEventChange } from "@/lib/events/tellings/commands";
import { db } from "@/lib/infra/db";
import { anEvent } from "@/tests/support/events";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

const system = systemActor("test");

async function aChange() {
  const event = await anEvent(await aSpace());
  await noteChange(db, system, event, { verb: "edited", at, tells: true });
  const line = await db.eventChange.findFirstOrThrow({ where: { eventId: event.id } });
  return { spaceId: event.spaceId, changeId: line.id };
}

test("a change is told once: a second time does nothing", async () => {
  const change = await aChange();
  await tellEventChange(system, change, at);
  await tellEventChange(system, change, new Date(at.getTime() + 60_000));
  const line = await db.eventChange.findFirstOrThrow({ where: { id: change.changeId } });
  expect(line.toldAt).toEqual(at);
});

test("only the system tells", async () => {
  await expect(tellEventChange(anonymous, await aChange())).rejects.toThrow(Forbidden);
});
