import { expect, test } from "vitest";
import { GET } from "@/app/agenda/[token]/route";
import { bookResource } from "@/lib/bookings/commands";
import { makeMemberFeed, makeSpaceFeed } from "@/lib/bookings/feeds/commands";
import { systemActor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { listViewsOf } from "@/lib/identity/journal/queries";
import { findActor } from "@/lib/identity/queries";
import { grantRole } from "@/lib/identity/roles/commands";
import { aMember, anActor } from "@/tests/support/actors";
import { faultsOfCalendar } from "@/tests/support/calendar-lines";
import { aSpace } from "@/tests/support/factories";

async function anAddress() {
  const member = await aMember();
  const made = await makeMemberFeed(member, { busyOnly: false });
  return { member, token: made.ok ? made.value.token : "" };
}

const read = (token: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000/agenda/${token}.ics`, { headers }), {
    params: Promise.resolve({ token: `${token}.ics` }),
  });

test("a calendar reads the address without a cookie, and asks again by what it has", async () => {
  const { member, token } = await anAddress();
  const first = await read(token);
  expect(first.status).toBe(200);
  expect(Object.fromEntries(first.headers)).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
    etag: expect.stringMatching(/^"[\w-]{27}"$/),
  });
  expect(first.headers.has("set-cookie")).toBe(false);
  expect(faultsOfCalendar(await first.text())).toEqual([]);

  const etag = first.headers.get("etag") ?? "";
  const again = await read(token, { "if-none-match": `"other", W/${etag}` });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);

  const space = await aSpace({ weekdays: [1, 2, 3, 4, 5, 6, 7], closesOnPublicHolidays: false });
  const soon = addDays(day(new Date().toISOString().slice(0, 10)), 2);
  const booked = await bookResource(member, { slug: space.slug, day: soon, part: "morning" });
  expect(booked.ok).toBe(true);
  const changed = await read(token, { "if-none-match": etag });
  expect(changed.status).toBe(200);
  expect(changed.headers.get("etag")).not.toBe(etag);
  expect(changed.headers.get("last-modified")).toMatch(/GMT$/);
});

test("one address read too often waits, the others do not", async () => {
  const [busy, quiet] = [await anAddress(), await anAddress()];
  const statuses: number[] = [];
  for (let count = 0; count < 121; count += 1) statuses.push((await read(busy.token)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(120);
  const refused = await read(busy.token);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await read(quiet.token)).status).toBe(200);
});

test("whom a host reads by name in their own calendar is journalled, once a day; without names nobody is", async () => {
  const [member, space] = [await aMember(), await aSpace({ weekdays: [1, 2, 3, 4, 5, 6, 7] })];
  const host = await anActor();
  await grantRole(systemActor("test"), {
    personId: host.personId,
    role: "host",
    spaceId: space.id,
  });
  const asHost = (await findActor(host.personId)) ?? host;
  const soon = addDays(day(new Date().toISOString().slice(0, 10)), 2);
  await bookResource(member, { slug: space.slug, day: soon, part: "morning" });
  for (const busyOnly of [true, false]) {
    const made = await makeSpaceFeed(asHost, { slug: space.slug, busyOnly });
    const token = made.ok ? made.value.token : "";
    for (let times = 0; times < 2; times += 1) expect((await read(token)).status).toBe(200);
  }
  expect(await listViewsOf(member)).toMatchObject([
    { viewerName: host.name, viewedAs: "host", screen: "calendar_feed", spaceId: space.id },
  ]);
});
