import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { proposeSwap } from "@/lib/bookings/swaps/commands";
import { listSwapsOfBooking } from "@/lib/bookings/swaps/queries";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

async function booked(actor: PersonActor, slug: string) {
  const wish = { slug, day: tuesday, part: "day" as const };
  const result = await bookResource(actor, wish, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

test("each sees the code of their booking and the proposals that concern it, without a name", async () => {
  const [here, there] = [await aSpace(), await aSpace()];
  const [one, other] = [await aMember(), await aMember()];
  const [offered, wanted] = [await booked(one, here.slug), await booked(other, there.slug)];
  const { code } = await listSwapsOfBooking(other, wanted, mondayMorning);
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await proposeSwap(one, { bookingId: offered, code, message: "Merci" }, mondayMorning);
  const seen = await listSwapsOfBooking(other, wanted, mondayMorning);
  expect(seen).toMatchObject({
    isSwappable: true,
    received: [{ message: "Merci", other: { id: offered, spaceName: here.name } }],
    sent: [],
  });
  expect(JSON.stringify(seen)).not.toContain(one.personId);
  const sent = await listSwapsOfBooking(one, offered, mondayMorning);
  expect(sent).toMatchObject({
    received: [],
    sent: [{ state: "proposed", other: { id: wanted, spaceName: there.name } }],
  });
  expect(JSON.stringify(sent)).not.toContain(other.personId);
});

test("a proposal that cannot be done any more does not wait for an answer", async () => {
  const space = await aSpace();
  const [one, other] = [await aMember(), await aMember()];
  const [offered, wanted] = [await booked(one, space.slug), await booked(other, space.slug)];
  const { code } = await listSwapsOfBooking(other, wanted, mondayMorning);
  await proposeSwap(one, { bookingId: offered, code }, mondayMorning);
  await cancelBooking(one, { bookingId: offered }, mondayMorning);
  expect((await listSwapsOfBooking(other, wanted, mondayMorning)).received).toEqual([]);
});

test("nobody reads the exchanges of another's booking, not even its host", async () => {
  const space = await aSpace();
  const id = await booked(await aMember(), space.slug);
  for (const actor of [await aMember(), await hostOf(space), anonymous]) {
    await expect(listSwapsOfBooking(actor, id, mondayMorning)).rejects.toThrow(NotFound);
  }
});
