import { expect, test } from "vitest";
import { ok } from "@/lib/core/result";
import { lockEvent } from "@/lib/events/locks/commands";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import { type Telling, tellSomeRegistered } from "@/lib/events/tellings/notices/commands";
import { db, inTransaction } from "@/lib/infra/db";
import { eventPayload } from "@/lib/notifications/event-notices/schema";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aCommune, aPerson, aSpace, mondayMorning as at } from "@/tests/support/factories";
import { mailsAbout } from "@/tests/support/registering";

function tell(event: { spaceId: string; id: string }, telling: Telling) {
  return inTransaction(async (tx) => {
    await tellSomeRegistered(tx, "event-registered", await lockEvent(tx, event), telling, at);
    return ok(null);
  });
}

test("a mail says what and where, leads to the page of its registration, and goes to the account's address", async () => {
  const commune = await aCommune({ name: "Duravel" });
  const event = await anEvent(await aSpace({ desks: 0 }), {
    ...{ placeKind: "elsewhere", address: "Salle des fêtes", communeId: commune.insee },
  });
  const person = await aPerson({ locale: "en" });
  const row = await aRegistration(event, { personId: person.id, email: "old@exemple.test" });
  await tell(event, { ids: [row.id] });
  const [mail] = await mailsAbout(event);
  const payload = eventPayload.parse(mail?.payload);
  expect(mail?.email).toBe(person.email);
  expect(payload.place).toEqual({ name: "Salle des fêtes", address: "Duravel" });
  expect(payload.url.endsWith(`/evenements/inscription/${registrationToken(row)}`)).toBe(true);
  const { locale } = await db.notification.findFirstOrThrow({ where: { personId: person.id } });
  expect(locale).toBe("en");
});

test("whoever gave no address is told nothing, and the same thing is told once", async () => {
  const event = await anEvent(await aSpace({ desks: 0 }));
  const silent = await aRegistration(event, { emailKey: null });
  await db.eventRegistration.updateMany({ where: { id: silent.id }, data: { email: null } });
  const row = await aRegistration(event);
  const telling = { ids: [silent.id, row.id], onceKey: "test" };
  await tell(event, telling);
  await tell(event, telling);
  await tell(event, { ids: [] });
  expect((await mailsAbout(event)).map(({ email }) => email)).toEqual([row.email]);
});
