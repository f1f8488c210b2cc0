import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { findUndoing } from "@/lib/bookings/undoings/queries";
import { NotFound } from "@/lib/core/errors";
import { aMember, hostOf } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("how an undoing went is told to who may undo: what came back, and what did not and why", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const [host, member] = [await hostOf(space), await aMember()];
  const wish = { day: tuesday, part: "morning" as const };
  await bookResource(member, { slug: space.slug, ...wish }, mondayMorning);
  const closed = await close(host, space, onDay("day"));
  const closureId = closed.ok ? closed.value.id : "";
  expect(await findUndoing(host, closureId)).toBeNull();
  await bookResource(member, { slug: other.slug, ...wish }, mondayMorning);
  await undoClosure(host, { closureId }, mondayMorning);
  expect(await findUndoing(host, closureId)).toMatchObject({
    restored: 0,
    left: [
      { name: "Maëlle Rives", resourceName: "Bureau 1", day: tuesday, because: "already_booked" },
    ],
  });
  for (const stranger of [member, await hostOf(other)]) {
    await expect(findUndoing(stranger, closureId)).rejects.toThrow(NotFound);
  }
  await expect(findUndoing(host, crypto.randomUUID())).rejects.toThrow(NotFound);
});
