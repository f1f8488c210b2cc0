import { expect, test } from "vitest";
import { notifyOfDates, notifyOfSeries } from "@/lib/bookings/series/notices/commands";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { renderNotification } from "@/lib/notifications/rules";
import { aMember } from "@/tests/support/actors";
import { aPerson, aSpace, tuesday } from "@/tests/support/factories";
import { aSeries, mailsTo } from "@/tests/support/series";

async function aSeriesWithIds() {
  const member = await aMember();
  const { id } = await aSeries(member, await aSpace());
  const rows = await db.booking.findMany({ where: { seriesId: id } });
  return { member, series: { id, personId: member.personId }, ids: rows.map((row) => row.id) };
}

test("many dates are one mail, that leads to the series", async () => {
  const { member, series, ids } = await aSeriesWithIds();
  await inTransaction(async (tx) =>
    ok(await notifyOfSeries(tx, "series-cancelled", series, ids, [tuesday])),
  );
  expect(await mailsTo(member)).toEqual(["series-confirmed", "series-cancelled"]);
  const row = await db.notification.findFirstOrThrow({
    where: { personId: member.personId, kind: "series-cancelled" },
  });
  const { text } = renderNotification(row);
  expect(text).toContain(`/mon-espace/series/${series.id}`);
  expect(text).toContain("mardi 16 juin 2026");
});

test("nothing is sent to somebody without an address", async () => {
  const { ids } = await aSeriesWithIds();
  const person = await aPerson({ email: null });
  const about = { personId: person.id, path: "/mon-espace" };
  await inTransaction(async (tx) => ok(await notifyOfDates(tx, "absence-noted", about, ids, [])));
  expect(await db.notification.count({ where: { personId: person.id } })).toBe(0);
});
