import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { type WebhookKind, webhookKinds } from "./schema";

export type WebhookView = {
  id: string;
  url: string;
  /** Null = the member's own bookings. */
  spaceId: string | null;
  kinds: WebhookKind[];
  createdAt: Date;
  failed: FailedDelivery[];
};

export type FailedDelivery = {
  id: string;
  kind: string;
  createdAt: Date;
  failedAt: Date;
  lastStatus: number | null;
  lastError: string | null;
};

const mostShown = 20;

/** Addresses the actor may manage, newest first, with the last messages that were given up; never their secrets. */
export async function listWebhooks(actor: PersonActor): Promise<WebhookView[]> {
  const hosted = actor.grants.flatMap(({ role, spaceId }) =>
    role === "host" && spaceId !== null ? [spaceId] : [],
  );
  const rows = await db.webhook.findMany({
    where: {
      removedAt: null,
      OR: [{ personId: actor.personId }, { spaceId: { in: hosted } }],
    },
    select: {
      id: true,
      url: true,
      spaceId: true,
      kinds: true,
      createdAt: true,
      deliveries: {
        where: { failedAt: { not: null } },
        select: {
          id: true,
          kind: true,
          createdAt: true,
          failedAt: true,
          lastStatus: true,
          lastError: true,
        },
        orderBy: { createdAt: "desc" },
        take: mostShown,
      },
    },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(({ deliveries, ...row }) => ({
    ...row,
    kinds: webhookKinds.filter((kind) => row.kinds.includes(kind)),
    failed: deliveries.flatMap(({ failedAt, ...delivery }) =>
      failedAt ? [{ ...delivery, failedAt }] : [],
    ),
  }));
}
