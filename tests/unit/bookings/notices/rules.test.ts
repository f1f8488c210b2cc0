import { expect, test } from "vitest";
import { bookingNotice } from "@/lib/bookings/notices/rules";

test("a notice says where, when and how to come back to it", () => {
  const notice = bookingNotice({
    bookingId: "0198",
    resourceName: "Poste 1",
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T10:30:00Z"),
    sequence: 2,
    reason: null,
    cancelUntil: new Date("2026-06-15T16:00:00Z"),
    space: {
      name: "La Cale",
      street: "1 quai",
      postalCode: "46700",
      communeName: "Puy-l’Évêque",
      timeZone: "Europe/Paris",
    },
    origin: "https://cowloting.example",
  });
  expect(notice).toMatchObject({
    address: "1 quai, 46700 Puy-l’Évêque",
    startsAt: "2026-06-16T06:30:00.000Z",
    sequence: 2,
    url: "https://cowloting.example/mon-espace/reservations/0198",
  });
});
