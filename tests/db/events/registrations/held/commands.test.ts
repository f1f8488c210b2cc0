import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok } from "@/lib/core/result";
import { holdByLink, holdRegistration } from "@/lib/events/registrations/held/commands";
import { inTransaction } from "@/lib/infra/db";
import { mondayMorning as at } from "@/tests/support/factories";
import { seats, somebody } from "@/tests/support/registering";

test("a link holds its registration with its event, its people and what is left", async () => {
  const event = await seats(5);
  const { id, token } = await somebody(event, { quantity: 2 });
  await inTransaction(async (tx) => {
    const held = await holdByLink(tx, token, at);
    expect(held.registration.id).toBe(id);
    expect(held.registration.attendees).toHaveLength(2);
    expect(held.event.id).toBe(event.id);
    expect(held.room).toEqual({ capacity: 5, left: 3, waiting: 0 });
    return ok(null);
  });
});

test("a registration that is not there is not found", async () => {
  const nowhere = { spaceId: newId(), id: newId() };
  await expect(
    inTransaction(async (tx) => ok(await holdRegistration(tx, nowhere, at))),
  ).rejects.toThrow(NotFound);
});
