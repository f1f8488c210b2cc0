import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { endSession } from "@/lib/identity/sessions/commands";
import { listOwnSessions } from "@/lib/identity/sessions/queries";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";

test("one session ends, the others stay; a stranger ends nothing; twice is the same as once", async () => {
  const [member, stranger] = [await aMember(), await aMember()];
  const { personId } = member;
  const tokens = [crypto.randomUUID(), crypto.randomUUID()];
  for (const token of tokens) {
    const expiresAt = new Date(Date.now() + 86_400_000);
    await db.session.create({ data: { tokenHash: hashOfToken(token), personId, expiresAt } });
  }
  const sessions = await listOwnSessions(member, tokens[0] ?? null);
  const sessionId = sessions.find(({ isThisOne }) => !isThisOne)?.id ?? "";
  await endSession(stranger, { sessionId });
  expect(await db.session.count({ where: { personId } })).toBe(2);
  await endSession(member, { sessionId });
  await endSession(member, { sessionId });
  const left = await listOwnSessions(member, tokens[0] ?? null);
  expect(left.map(({ isThisOne }) => isThisOne)).toEqual([true]);
  await expect(endSession(anonymous, { sessionId })).rejects.toThrow(Unauthenticated);
});
