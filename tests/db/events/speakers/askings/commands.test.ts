import { expect, test } from "vitest";
import { addSpeaker } from "@/lib/events/speakers/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aHouse, made, says } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";

const mailsOf = (personId: string) =>
  db.notification.findMany({
    where: { personId, kind: { startsWith: "event-speaker" } },
    select: { payload: true },
  });

test("the mail says what and where, names nobody, and leads to where one answers; so does the answer", async () => {
  const house = await aHouse();
  const { id, slug } = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, personId: member.personId }, at);
  const [asked] = await mailsOf(member.personId);
  expect(asked?.payload).toMatchObject({ title: "Répondre à un marché public", dates: 1 });
  expect(JSON.stringify(asked?.payload)).toMatch(/\/mon-espace\/evenements"/);
  await says(member, id, "accept");
  const [answered] = await mailsOf(house.host.personId);
  expect(answered?.payload).toMatchObject({ answer: "accepted" });
  expect(JSON.stringify(answered?.payload)).toContain(`/${slug}/affiche`);
  expect(JSON.stringify(answered?.payload)).not.toContain("Maëlle");
});

test("who asked and left the network since is told nothing", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const member = await aMember();
  await aMembership(house.space, member.personId, "active");
  await addSpeaker(house.host, { eventId: id, personId: member.personId }, at);
  const { personId } = house.host;
  await db.person.update({ where: { id: personId }, data: { erasedAt: at } });
  expect((await says(member, id, "accept")).ok).toBe(true);
  expect(await mailsOf(personId)).toEqual([]);
});
