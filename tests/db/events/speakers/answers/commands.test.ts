import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { getEvent } from "@/lib/events/queries";
import { repeatEvent } from "@/lib/events/series/commands";
import { cancelEvent } from "@/lib/events/showings/commands";
import { answerNaming } from "@/lib/events/speakers/answers/commands";
import { addSpeaker } from "@/lib/events/speakers/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { mailsTo } from "@/tests/support/bookings";
import { aHouse, made, says } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";

async function asked() {
  const house = await aHouse();
  const event = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: event.id, personId: member.personId }, at);
  return { ...house, event, member };
}
const shown = async (slug: string) => (await getEvent(anonymous, slug, at)).speakers.length;

test("a yes shows them and tells whoever asked, once; they withdraw at any time, the event over too", async () => {
  const { event, member, host } = await asked();
  expect(await says(member, event.id, "accept")).toEqual({ ok: true, value: null });
  expect((await says(member, event.id, "accept")).ok).toBe(true);
  expect(await shown(event.slug)).toBe(1);
  expect(await mailsTo(host)).toEqual(["event-speaker-answered"]);
  const later = new Date("2026-07-20T08:00:00Z");
  expect((await says(member, event.id, "decline", { at: later })).ok).toBe(true);
  expect(await shown(event.slug)).toBe(0);
  expect(await mailsTo(host)).toHaveLength(2);
});

test("a no keeps them off, and may still become a yes", async () => {
  const { event, member } = await asked();
  await says(member, event.id, "decline");
  expect(await shown(event.slug)).toBe(0);
  await says(member, event.id, "accept");
  expect(await shown(event.slug)).toBe(1);
});

test("what is over or does not take place is not said yes to", async () => {
  const { event, member, host } = await asked();
  const over = { at: new Date("2026-06-19T08:00:00Z") };
  expect(await says(member, event.id, "accept", over)).toMatchObject({ refusal: "event_ended" });
  await cancelEvent(host, { eventId: event.id }, at);
  expect(await says(member, event.id, "accept")).toMatchObject({ refusal: "event_ended" });
  expect((await says(member, event.id, "decline")).ok).toBe(true);
});

test("dates that repeat an event ask anew, in one mail; one answer may be for all of them", async () => {
  const { event, member, host } = await asked();
  await says(member, event.id, "accept");
  const days = [7, 14].map((count) => addDays(thursday, count));
  const weekly = { frequency: "weekly" as const, lastDay: addDays(thursday, 14) };
  await repeatEvent(host, { eventId: event.id, ...weekly, days }, at);
  expect(await mailsTo(member)).toEqual(["event-speaker-asked", "event-speaker-asked"]);
  const { personId } = member;
  const accepted = () => db.eventSpeaker.count({ where: { personId, acceptedAt: { not: null } } });
  expect(await accepted()).toBe(1);
  const other = await db.event.findFirstOrThrow({
    where: { seriesId: { not: null }, speakers: { some: { personId, acceptedAt: null } } },
  });
  await says(member, other.id, "accept", { withSeries: true });
  expect(await accepted()).toBe(3);
  await says(member, other.id, "decline");
  expect(await accepted()).toBe(2);
});

test("nobody answers for another; a visitor signs in first", async () => {
  const { event } = await asked();
  const { id: speakerId } = await db.eventSpeaker.findFirstOrThrow({
    where: { eventId: event.id },
  });
  const answer = { speakerId, answer: "accept" as const, withSeries: false };
  await expect(answerNaming(await aMember(), answer, at)).rejects.toThrow(NotFound);
  await expect(answerNaming(anonymous, answer, at)).rejects.toThrow(Unauthenticated);
  expect(await shown(event.slug)).toBe(0);
});
