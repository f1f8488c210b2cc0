import { randomUUID } from "node:crypto";
import { db, type Prisma } from "@/lib/infra/db";
import { notify } from "@/lib/notifications/commands";
import type { BookingPayload, NotificationOf } from "@/lib/notifications/schema";

/** Tuesday 16 June 2026, 8:30 to 18:30 on the wall in France. */
export function aBookingPayload(overrides: Partial<BookingPayload> = {}): BookingPayload {
  return {
    bookingId: randomUUID(),
    resourceName: "Bureau 1",
    spaceName: "Luzech",
    address: "1 rue du Pont, 46140 Luzech",
    startsAt: "2026-06-16T06:30:00.000Z",
    endsAt: "2026-06-16T16:30:00.000Z",
    timeZone: "Europe/Paris",
    sequence: 0,
    url: "https://cowloting.example/mon-espace",
    ...overrides,
  };
}

/** A mail put in the outbox, as a command does it; its id. */
export async function aNotification(overrides: Partial<NotificationOf> = {}): Promise<string> {
  const email = `${randomUUID()}@exemple.test`;
  const confirmed = {
    kind: "booking-confirmed" as const,
    personId: null,
    email,
    locale: "fr",
    payload: aBookingPayload(),
  };
  // One kind with its own payload, as the callers write it.
  const notification = { ...confirmed, ...overrides } as NotificationOf;
  await db.$transaction((tx) => notify(tx, notification));
  const where = { email: notification.email };
  const { id } = await db.notification.findFirstOrThrow({ where, orderBy: { id: "desc" } });
  return id;
}

/** A browser of that person that may be pushed to; its keys are real when they are given. */
export async function aDevice(
  personId: string,
  overrides: Partial<Prisma.PushSubscriptionUncheckedCreateInput> = {},
) {
  return db.pushSubscription.create({
    data: {
      personId,
      endpoint: `https://push.example/${randomUUID()}`,
      publicKey: Buffer.alloc(65, 4).toString("base64url"),
      secret: Buffer.alloc(16, 1).toString("base64url"),
      ...overrides,
    },
  });
}

/** A mail one can do without: somebody would exchange bookings. */
export function aProposal(personId: string, email: string) {
  const payload = aBookingPayload();
  return {
    kind: "swap-proposed" as const,
    personId,
    email,
    locale: "fr",
    payload: { ...payload, other: payload, message: null },
  };
}

/** A mail that may come in a digest: a request that waits for its host. */
export function aRequest(personId: string, email: string) {
  const payload = aBookingPayload();
  return { kind: "request-received" as const, personId, email, locale: "fr", payload };
}
