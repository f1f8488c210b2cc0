import { afterEach, expect, test } from "vitest";
import { mailLocaleOf, peopleNamedIn, renderNotification } from "@/lib/notifications/rules";
import { before, calendarOf, createdAt, payload, read, render } from "@/tests/support/mails";

const zoneBefore = process.env["TZ"];

afterEach(() => {
  process.env["TZ"] = zoneBefore;
});

const wallHour = (instant: Date) =>
  instant.toLocaleString("fr-FR", { timeZone: "Europe/Paris", timeStyle: "short" });

test("a confirmation says the day, the hours, the desk, the place and until when to cancel", () => {
  const mail = render("booking-confirmed");
  const text = read(mail);
  expect(mail.subject).toBe("Votre place à Luzech est réservée");
  expect(text).toContain("Jour : mardi 16 juin 2026");
  expect(text).toContain("Heures : 8 h 30 – 18 h 30");
  expect(text).toContain("Place : Bureau 1");
  expect(text).toContain("Adresse : 1 rue du Pont, 46140 Luzech");
  expect(text).toMatch(/jusqu’au lundi 15 juin à 18 h/);
});

test.each([
  ["in the zone of Kathmandu", "Asia/Kathmandu"],
  ["in UTC", "UTC"],
  ["in St John's", "America/St_Johns"],
])("a server %s writes French hours, in the words and in the calendar entry", (_name, zone) => {
  process.env["TZ"] = zone;
  const mail = render("booking-confirmed");
  expect(read(mail)).toContain("Heures : 8 h 30 – 18 h 30");
  const { event } = calendarOf(mail);
  const [start, end] = [event.startDate.toJSDate(), event.endDate.toJSDate()];
  expect([start, end].map((date) => date.toISOString())).toEqual([
    payload.startsAt,
    payload.endsAt,
  ]);
  expect([start, end].map(wallHour)).toEqual(["08:30", "18:30"]);
});

test.each([
  ["before the spring change", "2026-03-28T07:30:00.000Z"],
  ["after the spring change", "2026-03-29T06:30:00.000Z"],
  ["before the autumn change", "2026-10-24T06:30:00.000Z"],
  ["after the autumn change", "2026-10-25T07:30:00.000Z"],
])("half past eight is half past eight %s", (_name, startsAt) => {
  const endsAt = new Date(Date.parse(startsAt) + 4 * 3_600_000).toISOString();
  const mail = render("booking-confirmed", { startsAt, endsAt });
  expect(read(mail)).toContain("Heures : 8 h 30 – 12 h 30");
  expect(wallHour(calendarOf(mail).event.startDate.toJSDate())).toBe("08:30");
});

test.each(["booking-cancelled", "booking-closed", "booking-no-show"])(
  "after « %s » the calendar removes the very entry it had added",
  (kind) => {
    const added = calendarOf(render("booking-confirmed"));
    const removed = calendarOf(render(kind, { sequence: 1 }));
    expect(added.method).toBe("PUBLISH");
    expect(removed.method).toBe("CANCEL");
    expect(removed.event.uid).toBe(added.event.uid);
    expect(removed.event.sequence).toBeGreaterThan(added.event.sequence);
    expect(removed.event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  },
);

test.each(["booking-cancelled", "booking-closed", "booking-refused"])(
  "« %s » gives the reason in the words of the host, and none when there is none",
  (kind) => {
    expect(read(render(kind, { reason: "Panne" }))).toContain("« Panne »");
    for (const reason of [null, ""]) expect(render(kind, { reason }).text).not.toContain("«");
  },
);

test.each(["booking-moved", "booking-restored"])(
  "« %s » changes the very entry of the calendar, under a later sequence",
  (kind) => {
    const added = calendarOf(render("booking-confirmed"));
    const changed = calendarOf(render(kind, { sequence: 3, startsAt: "2026-06-16T11:30:00.000Z" }));
    expect(changed.method).toBe("PUBLISH");
    expect(changed.event.uid).toBe(added.event.uid);
    expect(changed.event.sequence).toBe(3);
    expect(changed.event.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(wallHour(changed.event.startDate.toJSDate())).toBe("13:30");
  },
);

test("a booking that moved says where it is now, then where it was", () => {
  const text = read(render("booking-moved", { before }));
  expect(text).toMatch(/mardi 16 juin 2026[\s\S]*Bureau 1[\s\S]*lundi 15 juin 2026[\s\S]*Bureau 2/);
  expect(text).toContain("Heures : 8 h 30 – 12 h 30");
});

test("a request is not called a booking and puts nothing in the calendar", () => {
  const asked = render("booking-requested");
  expect(asked.subject).toBe("Votre demande pour Luzech est transmise");
  expect(read(asked)).toContain("pas encore réservée");
  const changed = render("booking-requested", { before });
  expect(changed.subject).toBe("Votre demande pour Luzech est modifiée");
  expect(read(changed)).toContain("lundi 15 juin 2026");
  for (const mail of [asked, changed, render("booking-refused"), render("request-received")]) {
    expect(mail.attachments).toEqual([]);
  }
});

test("an exchange done adds one's new booking to the calendar and removes the former", () => {
  const other = {
    ...payload,
    bookingId: "0197a5c4-0000-7000-8000-000000000002",
    spaceName: "Prayssac",
  };
  const mail = renderNotification({
    kind: "swap-done",
    locale: "fr",
    payload: { ...payload, sequence: 2, other: { ...other, sequence: 2 } },
    createdAt,
  });
  expect(mail.subject).toContain("Luzech");
  expect(read(mail)).toMatch(/Luzech[\s\S]*n’est plus la vôtre[\s\S]*Prayssac/);
  const methods = mail.attachments.map(({ content }) => /METHOD:(\w+)/.exec(content)?.[1]);
  expect(methods).toEqual(["PUBLISH", "CANCEL"]);
});

test("a proposal shows both bookings and the words of whoever proposes; a no says nothing changed", () => {
  const other = { ...payload, spaceName: "Prayssac" };
  const exchange = (kind: string) =>
    renderNotification({
      kind,
      locale: "fr",
      payload: { ...payload, other, message: "Merci" },
      createdAt,
    });
  const mail = exchange("swap-proposed");
  expect(read(mail)).toMatch(/Luzech[\s\S]*Prayssac[\s\S]*« Merci »/);
  expect(mail.text).toContain(`${payload.url}/echanger`);
  expect(read(exchange("swap-declined"))).toContain("n’a pas changé");
});

const renderOffer = (quantity = 1, locale = "fr") =>
  renderNotification({
    kind: "booking-offered",
    locale,
    payload: {
      ...payload,
      resourceName: ["Bureau 1", "Bureau 2"].slice(0, quantity).join(", "),
      quantity,
      offerUntil: "2026-06-15T08:00:00.000Z",
      url: "https://cowloting.example/mon-espace/liste-attente",
    },
    createdAt,
  });

test("an offer says what is held, until when, and leads to the page that answers; nothing is in the calendar", () => {
  const mail = renderOffer();
  const text = read(mail);
  expect(mail.subject).toBe("Une place vous est proposée à Luzech");
  expect(text).toContain("Place : Bureau 1");
  expect(text).toMatch(/avant le lundi 15 juin(,| à) 10 h/);
  expect(text).toContain(
    "Accepter ou refuser : https://cowloting.example/mon-espace/liste-attente",
  );
  expect(mail.attachments).toEqual([]);
});

test("several places are offered in the plural, in both languages", () => {
  expect(renderOffer(2).subject).toBe("2 places vous sont proposées à Luzech");
  expect(read(renderOffer(2))).toContain("Place : Bureau 1, Bureau 2");
  expect(renderOffer(1, "en").subject).toBe("A place is offered to you at Luzech");
  expect(renderOffer(2, "en").text).toContain("they are offered to the next person");
});

test("a place given back is said without reproach, with what to do when one is there", () => {
  const mail = render("booking-no-show");
  expect(mail.subject).toBe("Votre place à Luzech a été rendue");
  expect(read(mail)).toContain("Vous êtes sur place ? Dites-le à l’hôte");
  expect(render("booking-no-show", {}, "en").subject).toBe("Your place at Luzech was given back");
});

const free = {
  resourceName: "Bureau <2>",
  spaceName: "Prayssac",
  startsAt: "2026-06-17T06:30:00.000Z",
  endsAt: "2026-06-17T16:30:00.000Z",
  timeZone: "Europe/Paris",
  url: "https://cowloting.example/reserver?lieu=prayssac&jour=2026-06-17",
};

test("a request without an answer says that nothing is booked, and what is free instead as links", () => {
  const mail = render("booking-lapsed", { alternatives: [free] });
  expect(mail.subject).toBe("Votre demande pour Luzech est restée sans réponse");
  expect(read(mail)).toContain(`mercredi 17 juin 2026, 8 h 30 – 18 h 30, Bureau <2>, Prayssac`);
  expect(mail.text).toContain(free.url);
  expect(mail.html).toContain('href="https://cowloting.example/reserver?lieu=prayssac&amp;jour');
  expect(mail.html).toContain("Bureau &lt;2&gt;");
  expect(mail.attachments).toEqual([]);
  for (const none of [[], null]) {
    const text = read(render("booking-lapsed", { alternatives: none }));
    expect(text).toContain("Vous pouvez choisir un autre moment");
  }
  const english = render("booking-lapsed", { alternatives: [free] }, "en");
  expect(english.text).toContain("What is free instead:");
});

test("words typed by somebody stay words: no tag, no header, no calendar line of theirs", () => {
  const spaceName = '<img src=x onerror="alert(1)">\r\nATTENDEE:mailto:evil@example.com';
  const mail = render("booking-closed", { spaceName, reason: "<script>alert(1)</script>" });
  expect(mail.html).not.toMatch(/<script|<img/);
  const { event } = calendarOf(mail);
  expect(event.attendees).toEqual([]);
  expect(event.component.getAllProperties("attendee")).toEqual([]);
});

test("a page of a mail fetches nothing from anywhere", () => {
  const kinds = ["confirmed", "cancelled", "closed", "moved", "requested", "refused", "restored"];
  const mails = [...kinds, "no-show"].map((kind) => render(`booking-${kind}`));
  const lapsed = render("booking-lapsed", { alternatives: [free] });
  for (const mail of [...mails, renderOffer(), lapsed]) {
    expect(mail.html).not.toMatch(/<(img|link|script|iframe)|url\(|src=/i);
  }
});

test("the code is in the subject, so that it is read without opening the mail", () => {
  const url = "https://cowloting.example/connexion/lien?jeton=a&suite=%2Freserver";
  const mail = renderNotification({
    kind: "sign-in-code",
    locale: "fr",
    payload: { code: "004217", url, minutes: 10 },
    createdAt,
  });
  expect(mail.subject).toBe("004217 est votre code de connexion");
  expect(mail.text).toContain(url);
  expect(mail.html).toContain(url.replace("&", "&amp;"));
  expect(mail.attachments).toEqual([]);
});

test("a mail is in the person's language when we write it, else in French", () => {
  expect(["fr", "en", "oc", "", "__proto__"].map(mailLocaleOf)).toEqual([
    "fr",
    "en",
    "fr",
    "fr",
    "fr",
  ]);
  const english = render("booking-confirmed", {}, "en");
  expect(english.html).toContain('<html lang="en">');
  expect(english.text).not.toContain("Jour");
});

test("an unknown kind of mail or one without its facts is a fault, not an empty mail", () => {
  expect(() => render("booking-lost")).toThrow("no template for booking-lost");
  expect(() => render("booking-confirmed", { startsAt: "demain" })).toThrow();
});

test("whom a mail names is known by their number, once each; of most mails nobody", () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  expect(peopleNamedIn({ senderId: one, text: "Bonjour" })).toEqual([one]);
  expect(peopleNamedIn({ fromId: one })).toEqual([one]);
  const matches = [{ otherId: one }, { otherId: other }, { otherId: one }];
  expect(peopleNamedIn({ matches })).toEqual([one, other]);
  for (const named of [payload, {}, null, "x", { senderId: 3, matches: "x" }]) {
    expect(peopleNamedIn(named)).toEqual([]);
  }
});
