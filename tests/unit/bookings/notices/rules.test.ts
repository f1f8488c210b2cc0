import { expect, test } from "vitest";
import { alternativeNotice, bookingNotice } from "@/lib/bookings/notices/rules";
import { day } from "@/lib/core/day";

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

test("a free place is told with the address where it is booked", () => {
  const place = {
    differs: "desk" as const,
    slug: "la-cale",
    spaceName: "La Cale",
    communeName: "Puy-l’Évêque",
    timeZone: "Europe/Paris",
    resource: { id: "0199", name: "Salle" },
    distanceKm: 0,
    day: day("2026-06-16"),
    part: "hours" as const,
    startsAt: new Date("2026-06-16T06:30:00Z"),
    endsAt: new Date("2026-06-16T07:30:00Z"),
  };
  expect(alternativeNotice(place, "https://cowloting.example")).toEqual({
    resourceName: "Salle",
    spaceName: "La Cale",
    startsAt: "2026-06-16T06:30:00.000Z",
    endsAt: "2026-06-16T07:30:00.000Z",
    timeZone: "Europe/Paris",
    url: "https://cowloting.example/reserver/heures?lieu=la-cale&poste=0199&jour=2026-06-16&de=08:30&a=09:30",
  });
});
