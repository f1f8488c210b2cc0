import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { arrivalCodeOf, getArrivalPage, getArrivalPoster } from "@/lib/events/arrivals/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { anEvent } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

test("a code is of one event, six signs nobody confuses", async () => {
  const space = await aSpace();
  const [one, other] = [await anEvent(space), await anEvent(space)];
  expect(arrivalCodeOf(one)).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  expect(arrivalCodeOf(one)).toBe(arrivalCodeOf(one));
  expect(arrivalCodeOf(one)).not.toBe(arrivalCodeOf(other));
});

test("its code is printed by hosts, and told to nobody else", async () => {
  const space = await aSpace();
  const event = await anEvent(space);
  const poster = await getArrivalPoster(await hostOf(space), event.slug);
  expect(poster.code).toBe(arrivalCodeOf(event));
  for (const stranger of [anonymous, await aMember()]) {
    await expect(getArrivalPoster(stranger, event.slug)).rejects.toThrow(NotFound);
  }
  expect(JSON.stringify(await getArrivalPage(event.slug))).not.toContain(poster.code);
});
