import { expect, test } from "vitest";
import { before, calendarOf, read, render } from "@/tests/support/mails";

test.each([
  ["space_closes", "Luzech sera fermé, votre réservation est annulée", /Le lieu ferme pendant/],
  [
    "place_closes",
    "Bureau 1 à Luzech ne sera pas disponible",
    /Cette place ne sera pas disponible/,
  ],
  ["hours_change", "Les horaires de Luzech changent", /Avec ses nouveaux horaires/],
  ["closure_undone", "Luzech sera fermé", /Le lieu ferme pendant/],
] as const)(
  "a booking cancelled because %s says so, with the reason",
  (because, subject, intro) => {
    const mail = render("booking-closed", { because, reason: "Travaux" });
    expect(mail.subject.replace(/[\u00a0\u202f]/g, " ")).toContain(subject);
    expect(read(mail)).toMatch(intro);
    expect(read(mail)).toContain("Travaux");
    expect(calendarOf(mail).method).toBe("CANCEL");
  },
);

test("a booking that a closure spares is said to stand, and its calendar entry stays", () => {
  const mail = render("booking-kept", { because: "space_closes", reason: "Travaux" });
  expect(read(mail)).toMatch(/L’hôte a accepté de vous y accueillir/);
  expect(mail.attachments).toEqual([]);
  expect(read(render("booking-kept"))).not.toContain("Motif");
});

test("a closure moves to another space: the old entry goes from the calendar, the new one comes", () => {
  const elsewhere = { bookingId: "old-booking", spaceName: "Prayssac", sequence: 1 };
  const mail = render("booking-moved", {
    because: "space_closes",
    reason: "Travaux",
    before: { ...before, elsewhere },
  });
  const text = read(mail);
  expect(text).toMatch(/Nous avons gardé une place pour vous[\s\S]*Lieu : Prayssac[\s\S]*Travaux/);
  const entries = mail.attachments.map(({ content }) => content);
  expect(entries).toHaveLength(2);
  expect(entries[0]).toContain("METHOD:PUBLISH");
  expect(entries[1]).toMatch(/METHOD:CANCEL[\s\S]*UID:old-booking@/);
  const within = render("booking-moved", { because: "place_closes", before });
  expect(within.attachments).toHaveLength(1);
  const back = render("booking-restored", {
    because: "closure_undone",
    before: { ...before, elsewhere },
  });
  expect(read(back)).toMatch(/La fermeture annoncée n’aura pas lieu/);
  expect(back.attachments).toHaveLength(2);
});
