import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { getCertificate, getOwnCertificate } from "@/lib/events/certificates/queries";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const evening = new Date("2026-06-18T18:00:00Z");

async function attended({ isPresent = true, quantity = 1, personId = "" } = {}) {
  const space = await aSpace();
  const event = await anEvent(space, { title: "Un atelier" });
  const registration = await aRegistration(event, {
    ...{ name: "Bastien Cazes", quantity },
    ...(personId ? { personId } : {}),
  });
  if (isPresent) {
    await db.eventAttendee.updateMany({
      where: { registrationId: registration.id },
      data: { presentAt: new Date("2026-06-18T12:05:00Z") },
    });
  }
  const people = await db.eventAttendee.findMany({
    where: { registrationId: registration.id },
    orderBy: { position: "asc" },
  });
  const of = (position: number) => ({
    slug: event.slug,
    attendeeId: people[position]?.id ?? "",
  });
  return { space, of, token: registrationToken(registration), host: await hostOf(space) };
}

test("whose certificate a host read is known for the journal: whoever registered, never a companion", async () => {
  const { personId = "" } = await aMember();
  const { of, host, space } = await attended({ personId, quantity: 2 });
  expect(await getCertificate(host, of(0), evening)).toMatchObject({ personId, spaceId: space.id });
  const { attendeeId: id } = of(1);
  await db.eventAttendee.updateMany({ where: { id }, data: { name: "Léa" } });
  expect(await getCertificate(host, of(1), evening)).toMatchObject({ name: "Léa", personId: null });
});

test("somebody who came in the place of whoever registered is not them in the journal", async () => {
  const { personId = "" } = await aMember();
  const { of, host } = await attended({ personId });
  const { attendeeId: id } = of(0);
  await db.eventAttendee.updateMany({ where: { id }, data: { name: "Max Autre" } });
  expect(await getCertificate(host, of(0), evening)).toMatchObject({
    ...{ name: "Max Autre", personId: null },
  });
});

test("it says who ticked: who welcomed them, or themselves by the code of the poster", async () => {
  const { of, token, host } = await attended();
  expect(await getCertificate(host, of(0), evening)).toMatchObject({ isWelcomed: false });
  expect(await getOwnCertificate(token, evening)).toMatchObject({ isWelcomed: false });
  const { attendeeId: id } = of(0);
  await db.eventAttendee.updateMany({ where: { id }, data: { markedBy: host.personId } });
  expect(await getCertificate(host, of(0), evening)).toMatchObject({ isWelcomed: true });
  expect(await getOwnCertificate(token, evening)).toMatchObject({ isWelcomed: true });
});

test("a host, and whoever registered, have the certificate of somebody who was ticked", async () => {
  const { of, token, host } = await attended();
  const said = { name: "Bastien Cazes", title: "Un atelier", day: "2026-06-18" };
  expect(await getCertificate(host, of(0), evening)).toMatchObject(said);
  expect(await getOwnCertificate(token, evening)).toMatchObject(said);
});

test("there is none of somebody who was not ticked, before the end, nor of a companion without a name", async () => {
  const away = await attended({ isPresent: false });
  await expect(getCertificate(away.host, away.of(0), evening)).rejects.toThrow(NotFound);
  await expect(getOwnCertificate(away.token, evening)).rejects.toThrow(NotFound);
  const here = await attended({ quantity: 2 });
  const during = new Date("2026-06-18T13:00:00Z");
  await expect(getCertificate(here.host, here.of(0), during)).rejects.toThrow(NotFound);
  await expect(getOwnCertificate(here.token, during)).rejects.toThrow(NotFound);
  await expect(getCertificate(here.host, here.of(1), evening)).rejects.toThrow(NotFound);
});

test("members, staff, visitors and a link not ours are told there is none", async () => {
  const { of, token } = await attended();
  for (const stranger of [anonymous, await aMember(), await aStaffMember()]) {
    await expect(getCertificate(stranger, of(0), evening)).rejects.toThrow(NotFound);
  }
  await expect(getOwnCertificate(`${token}x`, evening)).rejects.toThrow(NotFound);
});
