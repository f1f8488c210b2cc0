import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { createWebhook, removeWebhook } from "@/lib/notifications/webhooks/commands";
import { listWebhooks } from "@/lib/notifications/webhooks/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning } from "@/tests/support/factories";

const adresse = "https://exemple.test/crochet";

test("one sees one's own addresses and those of a space one hosts, with what was given up", async () => {
  const space = await aSpace();
  const [first, second] = [await hostOf(space), await hostOf(space)];
  const own = await createWebhook(first, { adresse, evenements: ["booking.created"] });
  const shared = await createWebhook(first, { adresse, evenements: [], lieu: space.id });
  const removed = await createWebhook(first, { adresse, evenements: [] });
  if (removed.ok) await removeWebhook(first, { webhookId: removed.value.id });
  const webhookId = shared.ok ? shared.value.id : "";
  const about = { webhookId, kind: "booking.created", payload: {} };
  await db.webhookDelivery.create({ data: { ...about, eventId: randomUUID() } });
  await db.webhookDelivery.create({
    data: { ...about, eventId: randomUUID(), failedAt: mondayMorning, lastError: "status 500" },
  });
  const [seen, alsoSeen] = [await listWebhooks(first), await listWebhooks(second)];
  expect(seen.map(({ id }) => id).sort()).toEqual(
    [own, shared].flatMap((made) => (made.ok ? [made.value.id] : [])).sort(),
  );
  expect(alsoSeen).toHaveLength(1);
  expect(alsoSeen[0]?.failed).toEqual([
    expect.objectContaining({ kind: "booking.created", lastError: "status 500" }),
  ]);
  expect(JSON.stringify(seen)).not.toContain("whsec_");
  expect(await listWebhooks(await aMember())).toEqual([]);
});
