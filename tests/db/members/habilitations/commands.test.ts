import { expect, test } from "vitest";
import { redeemCode } from "@/lib/bookings/claims/commands";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  changeHabilitation,
  giveHabilitation,
  makeHabilitation,
  takeBackHabilitation,
  tellEndingHabilitations,
  withdrawHabilitation,
} from "@/lib/members/habilitations/commands";
import { listHabilitations, listHeldIds } from "@/lib/members/habilitations/queries";
import { renderNotification } from "@/lib/notifications/rules";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aClaimCode, aKeptPerson, aMembership } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { aHabilitation, askFor, heldBy } from "@/tests/support/habilitations";

const dayMs = 86_400_000;
const later = (days: number) => new Date(at.getTime() + days * dayMs);

async function aMemberAndHost() {
  const space = await aSpace();
  const [member, host] = [await aMember(), await hostOf(space)];
  await aMembership(space, member.personId);
  const habilitation = await aHabilitation(12);
  const who = { slug: space.slug, personId: member.personId, habilitationId: habilitation.id };
  const give = (over: object = {}, when = at) =>
    giveHabilitation(host, { ...who, reason: "Formée par moi", ...over }, when);
  const takeBack = (when = at) => takeBackHabilitation(host, { ...who, reason: "Abîmée" }, when);
  const holds = async (when = at) =>
    (await listHeldIds(db, member.personId, when)).has(habilitation.id);
  return { space, member, host, habilitation, who, give, takeBack, holds };
}

const mailsTo = async (personId: string) =>
  (await db.notification.findMany({ where: { personId }, orderBy: { createdAt: "asc" } })).map(
    (row) => ({
      kind: row.kind,
      text: renderNotification(row).text.replace(/[\u00a0\u202f]/g, " "),
    }),
  );

test("staff name a habilitation, change it, and take it off the list; each is a line of the journal", async () => {
  const staff = await aStaffMember();
  const nameFr = `Découpe ${staff.personId}`;
  const made = await makeHabilitation(staff, { nameFr, nameEn: "Cutter", validMonths: 24 }, at);
  const habilitationId = made.ok ? made.value.id : "";
  const again = await makeHabilitation(staff, { nameFr: nameFr.toUpperCase() }, at);
  expect(again).toMatchObject({ refusal: "name_taken" });
  const changed = { habilitationId, nameFr: `${nameFr} bis` };
  expect(await changeHabilitation(staff, changed)).toMatchObject({ ok: true });
  const listed = (await listHabilitations()).find(({ id }) => id === habilitationId);
  expect(listed).toEqual({ id: habilitationId, name: { fr: `${nameFr} bis` }, validMonths: null });
  await withdrawHabilitation(staff, { habilitationId }, at);
  expect(await withdrawHabilitation(staff, { habilitationId }, at)).toMatchObject({ ok: true });
  expect((await listHabilitations()).map(({ id }) => id)).not.toContain(habilitationId);
  const lines = await db.journalEntry.findMany({
    where: { subjectId: habilitationId },
    orderBy: { id: "asc" },
  });
  expect(lines.map(({ action }) => action)).toEqual([
    "habilitation.made",
    "habilitation.changed",
    "habilitation.withdrawn",
  ]);
});

test("two of one name sent at once: one is made", async () => {
  const staff = await aStaffMember();
  const wish = { nameFr: `Clés ${staff.personId}` };
  const both = await Promise.all([
    makeHabilitation(staff, wish, at),
    makeHabilitation(staff, wish, at),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("one that a place asks for stays on the list until hosts no longer ask for it", async () => {
  const staff = await aStaffMember();
  const space = await aSpace();
  const { id: habilitationId } = await aHabilitation();
  const [desk] = space.desks;
  if (desk) await askFor(desk, habilitationId);
  expect(await withdrawHabilitation(staff, { habilitationId }, at)).toMatchObject({
    refusal: "still_required",
    data: { askedBy: [`Bureau 1, ${space.name}`] },
  });
  await db.resource.updateMany({ where: { habilitationId }, data: { habilitationId: null } });
  expect(await withdrawHabilitation(staff, { habilitationId }, at)).toMatchObject({ ok: true });
});

test("a host gives one to a member: it holds as long as it says, they are told, the reason is journalled", async () => {
  const { member, host, habilitation, give, holds } = await aMemberAndHost();
  expect(await give()).toMatchObject({ ok: true });
  const year = new Date("2027-06-15T06:00:00Z");
  expect([await holds(), await holds(new Date(+year - 1)), await holds(year)]).toEqual([
    true,
    true,
    false,
  ]);
  const [mail] = await mailsTo(member.personId);
  expect(mail?.kind).toBe("habilitation-given");
  expect(mail?.text).toContain("jusqu’au mardi 15 juin 2027 inclus");
  expect(await db.journalEntry.findMany({ where: { subjectId: member.personId } })).toMatchObject([
    {
      action: "habilitation.given",
      actorId: host.personId,
      after: { name: (habilitation.name as { fr: string }).fr, reason: "Formée par moi" },
    },
  ]);
});

test("until a day the host chooses, included; sent twice it is given once; a longer one stands", async () => {
  const { member, give, holds } = await aMemberAndHost();
  const lastDay = { lastDay: day("2026-06-20") };
  expect([await give(lastDay), await give(lastDay)]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await db.habilitationGrant.count({ where: { personId: member.personId } })).toBe(1);
  expect(await holds(new Date("2026-06-20T21:59:00Z"))).toBe(true);
  expect(await holds(new Date("2026-06-20T22:00:00Z"))).toBe(false);
  expect(await give({ lastDay: day("2026-06-14") })).toMatchObject({ refusal: "already_over" });
  expect(await give()).toMatchObject({ ok: true });
  expect(await give(lastDay)).toMatchObject({ refusal: "longer_held" });
});

test("given twice at once, it is one grant; without waiting its turn it would be two", async () => {
  const { member, give, habilitation } = await aMemberAndHost();
  await Promise.all([give(), give(), give()]);
  expect(await db.habilitationGrant.count({ where: { personId: member.personId } })).toBe(1);
  const other = await aMember();
  await Promise.all([
    heldBy(other.personId, habilitation.id),
    heldBy(other.personId, habilitation.id),
  ]);
  expect(await db.habilitationGrant.count({ where: { personId: other.personId } })).toBe(2);
});

test("taken back, it holds no more, however it came; its person is told why; twice is once", async () => {
  const { member, habilitation, give, takeBack, holds } = await aMemberAndHost();
  await heldBy(member.personId, habilitation.id, later(3));
  await give();
  await takeBack();
  await takeBack();
  expect(await holds()).toBe(false);
  const mails = await mailsTo(member.personId);
  expect(mails.map(({ kind }) => kind)).toEqual(["habilitation-given", "habilitation-taken-back"]);
  expect(mails[1]?.text).toContain("Abîmée");
});

test("nobody else gives or takes back: staff, hosts of another space, members, visitors; nor to a stranger", async () => {
  const { space, who, host } = await aMemberAndHost();
  const elsewhere = await hostOf(await aSpace());
  const wish = { ...who, reason: "Essai" };
  for (const actor of [await aStaffMember(), elsewhere, await aMember(), anonymous]) {
    await expect(giveHabilitation(actor, wish, at)).rejects.toThrow(NotFound);
    await expect(takeBackHabilitation(actor, wish, at)).rejects.toThrow(NotFound);
  }
  const stranger = { ...wish, personId: (await aMember()).personId, slug: space.slug };
  await expect(giveHabilitation(host, stranger, at)).rejects.toThrow(NotFound);
  for (const actor of [host, await aMember(), anonymous]) {
    await expect(makeHabilitation(actor, { nameFr: "Rien" }, at)).rejects.toThrow(NotFound);
    await expect(withdrawHabilitation(actor, who, at)).rejects.toThrow(NotFound);
    await expect(changeHabilitation(actor, { ...who, nameFr: "Rien" })).rejects.toThrow(NotFound);
  }
});

test("thirty days before the end one is told, once; not who holds it longer, nor whose was taken back", async () => {
  const habilitation = await aHabilitation();
  const [ending, longer, far, gone] = await Promise.all([
    aMember(),
    aMember(),
    aMember(),
    aMember(),
  ]);
  await heldBy(ending.personId, habilitation.id, later(29));
  await heldBy(longer.personId, habilitation.id, later(29));
  await heldBy(longer.personId, habilitation.id, later(400));
  await heldBy(far.personId, habilitation.id, later(31));
  const revoked = await heldBy(gone.personId, habilitation.id, later(29));
  await db.habilitationGrant.update({ where: { id: revoked.id }, data: { revokedAt: at } });
  const run = () => tellEndingHabilitations(systemActor("essai"), at);
  await run();
  await run();
  const [mail, ...more] = await mailsTo(ending.personId);
  expect([mail?.kind, more]).toEqual(["habilitation-ending", []]);
  expect(mail?.text).toContain("mardi 14 juillet 2026");
  for (const { personId } of [longer, far, gone]) expect(await mailsTo(personId)).toEqual([]);
  await expect(tellEndingHabilitations(ending, at)).rejects.toThrow(Forbidden);
});

test("whoever claims what a host kept for them has their habilitations too", async () => {
  const space = await aSpace();
  const [host, member] = [await hostOf(space), await aMember()];
  const kept = await aKeptPerson(host, space);
  const { id } = await aHabilitation();
  await heldBy(kept, id);
  const code = await aClaimCode(host, space, kept);
  await redeemCode(member, { code, network: member.personId }, at);
  expect(await listHeldIds(db, member.personId, at)).toEqual(new Set([id]));
  expect(await listHeldIds(db, kept, at)).toEqual(new Set());
});
