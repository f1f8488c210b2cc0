import { expect, test } from "vitest";
import type { PersonActor } from "@/lib/core/actor";
import { hashOfToken } from "@/lib/identity/commands";
import { findOwnSession, isSessionOpen, listOwnSessions } from "@/lib/identity/sessions/queries";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { mondayMorning } from "@/tests/support/factories";

async function signedIn({ personId }: PersonActor, token: string, expiresAt = "2026-07-01") {
  await db.session.create({
    data: {
      tokenHash: hashOfToken(token),
      personId,
      createdAt: mondayMorning,
      expiresAt: new Date(expiresAt),
    },
  });
}

test("one's open sessions are listed, this browser said to be this one, those over left out", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const [here, elsewhere, old] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await signedIn(member, here);
  await signedIn(member, elsewhere);
  await signedIn(member, old, "2026-06-01");
  await signedIn(other, crypto.randomUUID());
  const sessions = await listOwnSessions(member, here, mondayMorning);
  expect(sessions.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true]);
});

test("nobody finds somebody else's session by what a page calls it", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await signedIn(member, crypto.randomUUID());
  const [session] = await listOwnSessions(member, null, mondayMorning);
  expect(await findOwnSession(member, session?.id ?? "")).not.toBeNull();
  expect(await findOwnSession(other, session?.id ?? "")).toBeNull();
});

test("a session is open until it ends, or until its person is gone", async () => {
  const [member, gone] = [await aMember(), await aMember()];
  const [token, old, left] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await signedIn(member, token);
  await signedIn(member, old, "2026-06-01");
  await signedIn(gone, left);
  await db.person.update({ where: { id: gone.personId }, data: { erasedAt: mondayMorning } });
  expect(await isSessionOpen(token, mondayMorning)).toBe(true);
  for (const other of [old, left, "x", ""]) {
    expect(await isSessionOpen(other, mondayMorning), other).toBe(false);
  }
});
