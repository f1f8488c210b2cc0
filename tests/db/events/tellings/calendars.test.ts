import ICAL from "ical.js";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { getPublishedEvent } from "@/lib/events/feeds/queries";
import { eventCalendar } from "@/lib/events/feeds/rules";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import { env } from "@/lib/infra/env";
import type { EventNoticeKind, EventPayload } from "@/lib/notifications/event-notices/schema";
import { renderNotification } from "@/lib/notifications/rules";
import { mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout, seats, somebody } from "@/tests/support/registering";

/** The one entry of a calendar: what it is called there, and which writing of it. */
function entryOf(text: string): { uid: string; sequence: number } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const { uid, sequence } = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  return { uid, sequence };
}

function mailedEntry(mail: { kind: string; payload: unknown }) {
  const payload = mail.payload as EventPayload;
  const told = { kind: mail.kind as EventNoticeKind, locale: "fr", payload, createdAt: at };
  return entryOf(renderNotification(told).attachments[0]?.content ?? "");
}

test("the event of a mail and of the agenda one follows is one entry, whoever registers again", async () => {
  const event = await seats(5);
  const email = "ines@exemple.test";
  const { token } = await somebody(event, { email });
  await cancelRegistration(anonymous, { token }, at);
  await somebody(event, { email });
  const entries = (await mailsAbout(event)).map(mailedEntry);
  const origin = env().NEXTAUTH_URL;
  const scope = { space: null, theme: null };
  const followed = eventCalendar([await getPublishedEvent(event.slug, at)], {
    ...{ locale: "fr", origin, scope, source: `${origin}/evenements/agenda.ics`, at },
  });
  expect(entries).toHaveLength(3);
  expect(new Set(entries.map(({ uid }) => uid))).toEqual(new Set([entryOf(followed).uid]));
  // A calendar heeds no entry older than the one that took it off.
  expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
});

test("two mailboxes have the same entry, each its own writings of it", async () => {
  const event = await seats(5);
  const { token } = await somebody(event, { email: "ines@exemple.test" });
  await cancelRegistration(anonymous, { token }, at);
  await somebody(event, { email: "lou@exemple.test" });
  const entries = (await mailsAbout(event)).map(mailedEntry);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  expect(entries.at(-1)?.sequence).toBe(0);
});
