import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok } from "@/lib/core/result";
import { lockEvent } from "@/lib/events/locks/commands";
import { db, inTransaction } from "@/lib/infra/db";
import { anEvent } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

test("an event held is held alone: the next one reads what the first one wrote", async () => {
  const event = await anEvent(await aSpace(), { capacity: 1 });
  const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
  const read: (number | null)[] = [];
  await Promise.all(
    [1, 2, 3, 4].map(() =>
      inTransaction(async (tx) => {
        const { capacity } = await lockEvent(tx, event);
        read.push(capacity);
        await tx.event.update({ where, data: { capacity: (capacity ?? 0) + 1 } });
        return ok(null);
      }),
    ),
  );
  expect(read).toEqual([1, 2, 3, 4]);
});

test("without holding it, two read the same: the check can fail", async () => {
  const event = await anEvent(await aSpace(), { capacity: 1 });
  const read = () =>
    db.event.findUniqueOrThrow({
      where: { spaceId_id: { spaceId: event.spaceId, id: event.id } },
      select: { capacity: true },
    });
  expect(await Promise.all([read(), read()])).toEqual([{ capacity: 1 }, { capacity: 1 }]);
});

test("an event that is not there is not found", async () => {
  const nowhere = { spaceId: newId(), id: newId() };
  await expect(inTransaction(async (tx) => ok(await lockEvent(tx, nowhere)))).rejects.toThrow(
    NotFound,
  );
});
