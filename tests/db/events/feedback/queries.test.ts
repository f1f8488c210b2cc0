import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { giveFeedback } from "@/lib/events/feedback/commands";
import { getFeedback, getFeedbackPage } from "@/lib/events/feedback/queries";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const evening = new Date("2026-06-18T18:00:00Z");

async function opinions(count: number) {
  const space = await aSpace();
  const event = await anEvent(space);
  for (let index = 0; index < count; index += 1) {
    const token = registrationToken(await aRegistration(event));
    await giveFeedback(anonymous, { token, score: 8, line: `Avis ${index}` }, evening);
  }
  return { space, slug: event.slug };
}

test("hosts and staff read what people thought from five opinions on; a member does not", async () => {
  const { space, slug } = await opinions(5);
  const read = { isShown: true, count: 5, mean: 8 };
  expect(await getFeedback(await hostOf(space), slug)).toMatchObject(read);
  expect(await getFeedback(await aStaffMember(), slug)).toMatchObject(read);
  await expect(getFeedback(await aMember(), slug)).rejects.toThrow(NotFound);
});

test("four opinions are not told, even to a host", async () => {
  const { space, slug } = await opinions(4);
  expect(await getFeedback(await hostOf(space), slug)).toEqual({ isShown: false });
});

test("the page of a link says what was given, to be changed", async () => {
  const event = await anEvent(await aSpace(), { title: "Un atelier" });
  const token = registrationToken(await aRegistration(event));
  expect(await getFeedbackPage(token, evening)).toMatchObject({ given: null, closed: null });
  await giveFeedback(anonymous, { token, score: 6, line: "Dense" }, evening);
  expect(await getFeedbackPage(token, evening)).toMatchObject({
    event: { title: "Un atelier" },
    given: { score: 6, line: "Dense" },
  });
});
