import { expect, test } from "vitest";
import {
  forgetRevokedFeeds,
  makeMemberFeed,
  makeSpaceFeed,
  noteFeedRead,
  revokeFeed,
} from "@/lib/bookings/feeds/commands";
import { findFeedAccess, listOwnFeeds, listSpaceFeeds } from "@/lib/bookings/feeds/queries";
import { systemActor } from "@/lib/core/actor";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/core/errors";
import { hashOfToken } from "@/lib/identity/commands";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";

const minutesLater = (minutes: number) => new Date(mondayMorning.getTime() + minutes * 60_000);

async function aMemberFeed(busyOnly = false, actor?: Awaited<ReturnType<typeof aMember>>) {
  const member = actor ?? (await aMember());
  const made = await makeMemberFeed(member, { busyOnly }, mondayMorning);
  return { member, token: made.ok ? made.value.token : "" };
}

test("an address opens its maker's bookings; only the hash of its token is kept", async () => {
  const { member, token } = await aMemberFeed();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await findFeedAccess(token)).toMatchObject({
    owner: { personId: member.personId },
    space: null,
    busyOnly: false,
  });
  const rows = await db.feedToken.findMany({ where: { personId: member.personId } });
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a new address stops the former one of its kind, and leaves the other kind", async () => {
  const { member, token } = await aMemberFeed();
  const busy = await aMemberFeed(true, member);
  const next = await aMemberFeed(false, member);
  expect(await findFeedAccess(token)).toBeNull();
  expect(await findFeedAccess(busy.token)).toMatchObject({ busyOnly: true });
  expect(await findFeedAccess(next.token)).toMatchObject({ busyOnly: false });
});

test("two new addresses at once: one stays", async () => {
  const member = await aMember();
  await Promise.all([1, 2, 3].map(() => aMemberFeed(false, member)));
  expect(await listOwnFeeds(member)).toHaveLength(1);
});

test("a revoked address opens nothing; revoking twice is the same as once", async () => {
  const { member, token } = await aMemberFeed();
  const feed = hashOfToken(token);
  await revokeFeed(member, { feed }, mondayMorning);
  await revokeFeed(member, { feed }, minutesLater(5));
  expect(await findFeedAccess(token)).toBeNull();
  expect(await db.feedToken.findUnique({ where: { tokenHash: feed } })).toMatchObject({
    revokedAt: mondayMorning,
  });
});

test("nobody else revokes it, and a visitor makes none", async () => {
  const { token } = await aMemberFeed();
  const feed = hashOfToken(token);
  await expect(revokeFeed(await aMember(), { feed })).rejects.toThrow(NotFound);
  await expect(revokeFeed(await aMember(), { feed: hashOfToken("x") })).rejects.toThrow(NotFound);
  await expect(makeMemberFeed({ kind: "anonymous" }, { busyOnly: false })).rejects.toThrow(
    Unauthenticated,
  );
  expect(await findFeedAccess(token)).not.toBeNull();
});

test("a host makes an address of the space, another host may revoke it; both are in the journal", async () => {
  const space = await aSpace();
  const [host, colleague] = [await hostOf(space), await hostOf(space)];
  await db.roleGrant.createMany({
    data: [host, colleague].map(({ personId }) => ({ personId, role: "host", spaceId: space.id })),
  });
  const made = await makeSpaceFeed(host, { slug: space.slug, busyOnly: false }, mondayMorning);
  const token = made.ok ? made.value.token : "";
  expect(await findFeedAccess(token)).toMatchObject({ space: { id: space.id } });
  const [listed] = await listSpaceFeeds(colleague, space.slug);
  expect(listed).toMatchObject({ feed: hashOfToken(token), maker: "Maëlle", usedAt: null });
  await revokeFeed(colleague, { feed: hashOfToken(token) }, mondayMorning);
  expect(await findFeedAccess(token)).toBeNull();
  const journal = await db.journalEntry.findMany({
    where: { spaceId: space.id },
    orderBy: { at: "asc" },
  });
  expect(journal.map(({ action }) => action).sort()).toEqual(["feed.made", "feed.revoked"]);
});

test("who does not run the space makes no address of it", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  for (const actor of [await aMember(), await hostOf(other), systemActor("test")]) {
    await expect(makeSpaceFeed(actor, { slug: space.slug, busyOnly: true })).rejects.toThrow(
      NotFound,
    );
  }
});

test("a reading is noted at most once in ten minutes", async () => {
  const { token } = await aMemberFeed();
  const tokenHash = hashOfToken(token);
  const used = async () => (await db.feedToken.findUnique({ where: { tokenHash } }))?.usedAt;
  await noteFeedRead(systemActor("agenda"), tokenHash, mondayMorning);
  await noteFeedRead(systemActor("agenda"), tokenHash, minutesLater(9));
  expect(await used()).toEqual(mondayMorning);
  await noteFeedRead(systemActor("agenda"), tokenHash, minutesLater(11));
  expect(await used()).toEqual(minutesLater(11));
  await expect(noteFeedRead(await aMember(), tokenHash)).rejects.toThrow(Forbidden);
});

test("addresses revoked more than a year ago are forgotten, the others stay", async () => {
  const { member, token } = await aMemberFeed();
  await revokeFeed(member, { feed: hashOfToken(token) }, mondayMorning);
  const kept = await aMemberFeed(false, member);
  const soon = new Date("2027-06-15T05:59:00Z");
  await forgetRevokedFeeds(systemActor("worker"), soon);
  expect(await db.feedToken.count({ where: { personId: member.personId } })).toBe(2);
  await forgetRevokedFeeds(systemActor("worker"), new Date("2027-06-15T06:01:00Z"));
  expect(await db.feedToken.findMany({ where: { personId: member.personId } })).toMatchObject([
    { tokenHash: hashOfToken(kept.token) },
  ]);
  await expect(forgetRevokedFeeds(member)).rejects.toThrow(Forbidden);
});
