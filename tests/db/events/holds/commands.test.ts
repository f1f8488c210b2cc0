import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { holdEvent, holdSpaceToCreate, noteInJournal } from "@/lib/events/holds/commands";
import { db, inTransaction } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aHouse, made } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";

test("an event is held with its space by whoever may change it, and is not found by anybody else", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const hold = (actor: typeof house.host, eventId: string) =>
    inTransaction(async (tx) => ({
      ok: true,
      value: await holdEvent(tx, actor, "edit", eventId, at),
    }));
  const held = await hold(house.host, id);
  expect(held.ok && [held.value.space.id, held.value.event.id]).toEqual([house.space.id, id]);
  await expect(hold(await aMember(), id)).rejects.toThrow(NotFound);
  await expect(hold(house.host, randomUUID())).rejects.toThrow(NotFound);
});

test("a space is held to make an event there by its hosts alone", async () => {
  const { space, host } = await aHouse();
  const hold = (actor: typeof host) =>
    inTransaction(async (tx) => ({
      ok: true,
      value: await holdSpaceToCreate(tx, actor, space.slug, at),
    }));
  const held = await hold(host);
  expect(held.ok && held.value.id).toBe(space.id);
  await expect(hold(await hostOf({ id: randomUUID() }))).rejects.toThrow(NotFound);
});

test("the journal keeps what is done to what somebody else wrote, with the reason", async () => {
  const { space, host } = await aHouse();
  const id = randomUUID();
  const event = { id, spaceId: space.id, createdBy: host.personId };
  const lines = () => db.journalEntry.findMany({ where: { subjectId: id } });
  const note = (createdBy: string | null) =>
    inTransaction(async (tx) => {
      await noteInJournal(tx, host, { ...event, createdBy }, "event.cancelled", "Salle inondée");
      return { ok: true, value: null };
    });
  await note(host.personId);
  expect(await lines()).toEqual([]);
  await note(randomUUID());
  expect(await lines()).toMatchObject([
    { action: "event.cancelled", actorId: host.personId, after: { reason: "Salle inondée" } },
  ]);
});
