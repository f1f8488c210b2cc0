import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { askFeedback } from "@/lib/events/feedback/askings/commands";
import { db } from "@/lib/infra/db";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";
import { mailsAbout } from "@/tests/support/registering";

const system = systemActor("test");
/** The event ends on Thursday the 18th; that Friday, nine in the morning in France. */
const nine = new Date("2026-06-19T07:00:00Z");

async function over() {
  const event = await anEvent(await aSpace({ desks: 0 }));
  const [came, away] = [await aRegistration(event), await aRegistration(event)];
  const tick = () =>
    db.eventAttendee.updateMany({
      where: { registrationId: came.id },
      data: { presentAt: event.startsAt },
    });
  const asked = async () => (await mailsAbout(event)).map(({ email }) => email).sort();
  return { event, came, away, tick, asked };
}

test("whoever was ticked is asked once, from nine in the morning of the day after, by a link of their own", async () => {
  const { event, came, tick, asked } = await over();
  await tick();
  await askFeedback(system, new Date(nine.getTime() - 1));
  expect(await asked()).toEqual([]);
  await Promise.all([askFeedback(system, nine), askFeedback(system, nine)]);
  await askFeedback(system, new Date(nine.getTime() + 3_600_000));
  expect(await asked()).toEqual([came.email]);
  const [mail] = await mailsAbout(event);
  expect(JSON.stringify(mail?.payload)).toMatch(/\/evenements\/avis\/[\w-]+\.[\w-]+/);
});

test("where nobody was ticked, all who had seats are asked", async () => {
  const { event, came, away, asked } = await over();
  await aRegistration(event, { state: "waiting" });
  await askFeedback(system, nine);
  expect(await asked()).toEqual([came.email, away.email].sort());
});

test("of a cancelled event nobody is asked, nor five days later", async () => {
  const { event, tick, asked } = await over();
  await tick();
  await askFeedback(system, new Date(nine.getTime() + 5 * 86_400_000));
  await db.event.updateMany({
    where: { id: event.id },
    data: { state: "cancelled", endedAt: nine },
  });
  await askFeedback(system, nine);
  expect(await asked()).toEqual([]);
});

test("only the system asks", async () => {
  await expect(askFeedback(anonymous, nine)).rejects.toThrow(Forbidden);
});
