import { expect, test } from "vitest";
import { lockToSay } from "@/lib/bookings/locks/commands";
import { NotFound } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

const wholeDay = {
  day: tuesday,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T16:30:00Z",
};

test("whoever may not say the verb finds nothing, and waits for nobody", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...wholeDay });
  const stranger = await aMember();
  const attempt = inTransaction(async (tx) => ok(await lockToSay(tx, stranger, "move", id)));
  await expect(attempt).rejects.toThrow(NotFound);
});

test("two who change one booking come one after the other", async () => {
  const space = await aSpace();
  const { id } = await aBooking({ space, ...wholeDay });
  const host = await hostOf(space);
  const order: string[] = [];
  const change = (name: string) =>
    inTransaction(async (tx) => {
      await lockToSay(tx, host, "move", id);
      order.push(`${name} in`);
      await tx.$queryRaw`SELECT pg_sleep(0.05)::text`;
      order.push(`${name} out`);
      return ok(null);
    });
  await Promise.all([change("a"), change("b")]);
  expect(order[0]?.at(0)).toBe(order[1]?.at(0));
  expect(order).toHaveLength(4);
});
