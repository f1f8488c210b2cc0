import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { noteChange } from "@/lib/events/changes/commands";
import { db } from "@/lib/infra/db";
import { anEvent } from "@/tests/support/events";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

const system = systemActor("test");

test("a line of the history is not rewritten, but for having been told once", async () => {
  const event = await anEvent(await aSpace());
  await noteChange(db, system, event, { verb: "edited", at, before: { title: "Avant" } });
  const [line] = await db.eventChange.findMany({ where: { eventId: event.id } });
  expect(line).toMatchObject({ verb: "edited", before: { title: "Avant" }, toldAt: null });
  const where = { spaceId_id: { spaceId: event.spaceId, id: line?.id ?? "" } };
  await db.eventChange.update({ where, data: { toldAt: at } });
  const again = db.eventChange.update({ where, data: { toldAt: new Date(at.getTime() + 1) } });
  await expect(again).rejects.toThrow(/append-only/);
  await db.eventChange.update({ where, data: { toldWith: line?.id ?? "" } });
  const otherwise = db.eventChange.update({ where, data: { toldWith: event.id } });
  await expect(otherwise).rejects.toThrow(/append-only/);
  const renamed = db.eventChange.update({ where, data: { verb: "moved" } });
  await expect(renamed).rejects.toThrow(/append-only/);
});
