import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { giveFeedback } from "@/lib/events/feedback/commands";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import { db } from "@/lib/infra/db";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const evening = new Date("2026-06-18T18:00:00Z");

async function somebodyWhoCame() {
  const event = await anEvent(await aSpace());
  const registration = await aRegistration(event);
  await db.eventAttendee.updateMany({
    where: { registrationId: registration.id },
    data: { presentAt: evening },
  });
  return { event, registration, token: registrationToken(registration) };
}

test("an opinion is kept once a registration, and the second replaces the first", async () => {
  const { event, token } = await somebodyWhoCame();
  await giveFeedback(anonymous, { token, score: 7, line: "Un peu court" }, evening);
  await giveFeedback(anonymous, { token, score: 9 }, evening);
  const kept = await db.eventFeedback.findMany({ where: { eventId: event.id } });
  expect(kept).toMatchObject([{ score: 9, line: null }]);
});

test("nothing kept of an opinion leads back to its registration", async () => {
  const { event, registration, token } = await somebodyWhoCame();
  await giveFeedback(anonymous, { token, score: 3, line: "Trop vite" }, evening);
  const [kept] = await db.eventFeedback.findMany({ where: { eventId: event.id } });
  const said = JSON.stringify(kept);
  for (const trace of [registration.id, registration.email ?? "", registration.name, token]) {
    expect(said).not.toContain(trace);
  }
  expect(kept?.day.toISOString()).toBe("2026-06-18T00:00:00.000Z");
});

test("before the end, from somebody away, and by a link not ours no opinion is taken", async () => {
  const { event, token } = await somebodyWhoCame();
  const during = new Date("2026-06-18T13:00:00Z");
  expect(await giveFeedback(anonymous, { token, score: 5 }, during)).toMatchObject({
    refusal: "not_over",
  });
  const away = registrationToken(await aRegistration(event));
  expect(await giveFeedback(anonymous, { token: away, score: 5 }, evening)).toMatchObject({
    refusal: "was_not_there",
  });
  const forged = giveFeedback(anonymous, { token: `${token}x`, score: 5 }, evening);
  await expect(forged).rejects.toThrow(NotFound);
});
