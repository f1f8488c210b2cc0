import { expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { remindOfEvents } from "@/lib/events/reminders/commands";
import { db } from "@/lib/infra/db";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";
import { mailsAbout } from "@/tests/support/registering";

const system = systemActor("test");
/** Thursday the 18th is the event; that Wednesday, six in the evening in France. */
const six = new Date("2026-06-17T16:00:00Z");
const aWeekBefore = new Date("2026-06-10T08:00:00Z");

async function coming() {
  const event = await anEvent(await aSpace({ desks: 0 }));
  const row = await aRegistration(event, { createdAt: aWeekBefore });
  return { event, row };
}

test("one is reminded once, at six in the evening before, however often the job runs", async () => {
  const { event, row } = await coming();
  await remindOfEvents(system, new Date(six.getTime() - 1));
  expect(await mailsAbout(event)).toEqual([]);
  await Promise.all([remindOfEvents(system, six), remindOfEvents(system, six)]);
  await remindOfEvents(system, new Date(six.getTime() + 600_000));
  expect((await mailsAbout(event)).map(({ kind, email }) => [kind, email])).toEqual([
    ["event-reminder", row.email],
  ]);
});

test("whoever waits, or registered that very day, is not reminded", async () => {
  const { event } = await coming();
  await aRegistration(event, { state: "waiting", createdAt: aWeekBefore });
  await aRegistration(event, { createdAt: new Date(six.getTime() - 3_600_000) });
  await remindOfEvents(system, six);
  expect(await mailsAbout(event)).toHaveLength(1);
});

test("moved to another day, one is reminded of that one too", async () => {
  const { event } = await coming();
  await remindOfEvents(system, six);
  const day = 86_400_000;
  const later = (on: Date) => new Date(on.getTime() + day);
  await db.event.update({
    where: { spaceId_id: { spaceId: event.spaceId, id: event.id } },
    data: { day: later(event.day), startsAt: later(event.startsAt), endsAt: later(event.endsAt) },
  });
  await remindOfEvents(system, later(six));
  expect(await mailsAbout(event)).toHaveLength(2);
});

test("only the system reminds", async () => {
  await expect(remindOfEvents(anonymous, six)).rejects.toThrow(Forbidden);
});
