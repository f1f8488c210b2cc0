import { expect, test } from "vitest";
import { newId } from "@/lib/core/id";
import { instantsOf } from "@/lib/events/editing/rules";
import {
  countRegistered,
  freshQuestionId,
  insertEvent,
  whyNotWritten,
} from "@/lib/events/insertions/commands";
import { eventColumns } from "@/lib/events/schema";
import { db, inTransaction } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { aRegistration } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

test("an event is written with its space held by the caller, and is not when the caller gives up", async () => {
  const { space, host } = await aHouse();
  const id = newId();
  const write = (gives: boolean) =>
    inTransaction<null, "given_up">(async (tx) => {
      const read = await getSpaceBySlug(space.slug, tx);
      const written = await insertEvent(tx, host, read, plainFields(), { id, state: "draft", at });
      if (!written.ok) throw new Error(written.refusal);
      return gives ? { ok: false, refusal: "given_up" } : { ok: true, value: null };
    });
  await write(true);
  expect(await db.event.count({ where: { id } })).toBe(0);
  await write(false);
  expect(await standing(id)).toMatchObject({ state: "draft", createdAt: at });
});

test("a proposed event asks for a room and books none", async () => {
  const { space, room, host } = await aHouse();
  const id = newId();
  const fields = plainFields({ place: { kind: "room", resourceId: room.id } });
  await inTransaction(async (tx) =>
    insertEvent(tx, host, await getSpaceBySlug(space.slug, tx), fields, {
      id,
      state: "proposed",
      at,
    }),
  );
  expect(await standing(id)).toMatchObject({ resourceId: room.id, bookingId: null });
});

test("what keeps an event from being written is said before anything is", async () => {
  const { space } = await aHouse();
  const read = await getSpaceBySlug(space.slug);
  const why = (own: Parameters<typeof plainFields>[0]) => {
    const fields = plainFields(own);
    const instants = instantsOf(fields, space.timeZone);
    return whyNotWritten(db, read, fields, instants, null, at);
  };
  expect(await why({})).toBeNull();
  expect(await why({ habilitationId: newId() })).toMatchObject({ refusal: "unknown_place" });
});

test("people with seats are counted, and those to whom seats are offered; nobody else", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const event = { spaceId: house.space.id, id };
  expect(await countRegistered(db, event)).toBe(0);
  await aRegistration(event, { quantity: 2 });
  await aRegistration(event, { quantity: 3, state: "offered", offerUntil: at });
  await aRegistration(event, { quantity: 4, state: "waiting" });
  await aRegistration(event, { quantity: 1, state: "cancelled", endedAt: at });
  expect(await countRegistered(db, event)).toBe(5);
});

test("each question of an event gets an id of its own, whatever the form says", async () => {
  const house = await aHouse();
  const asked = { label: "Régime ?", kind: "text" as const, options: [], required: false };
  const questions = ["abc", "abc", null].map((said) => ({ ...asked, id: said }));
  const { id } = await made(house, { questions });
  const { questions: written } = eventColumns.pick({ questions: true }).parse(await standing(id));
  const ids = written.map((question) => question.id);
  expect(new Set(ids).size).toBe(3);
  for (const own of ids) expect(own).toMatch(/^[0-9a-f]{12}$/);
  expect(freshQuestionId()).not.toBe(freshQuestionId());
});
