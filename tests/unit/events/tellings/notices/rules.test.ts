import { expect, test } from "vitest";
import { eventNotice, noticedPlace, noticeTo } from "@/lib/events/tellings/notices/rules";

const space = {
  name: "Faitout",
  street: "1 rue du Pont",
  postalCode: "46140",
  communeName: "Luzech",
  timeZone: "Europe/Paris",
};
const nowhere = { roomName: null, address: null, communeName: null };

test("where it is: the room, the space, an address elsewhere, or nowhere", () => {
  const at = "1 rue du Pont, 46140 Luzech";
  expect(noticedPlace({ ...nowhere, placeKind: "room", roomName: "Salle haute" }, space)).toEqual({
    name: "Salle haute, Faitout",
    address: at,
  });
  expect(noticedPlace({ ...nowhere, placeKind: "space" }, space)).toEqual({
    name: "Faitout",
    address: at,
  });
  const hall = { address: "Salle des fêtes", communeName: "Duravel" };
  expect(noticedPlace({ ...nowhere, ...hall, placeKind: "elsewhere" }, space)).toEqual({
    name: "Salle des fêtes",
    address: "Duravel",
  });
  expect(noticedPlace({ ...nowhere, placeKind: "online" }, space)).toEqual({
    name: null,
    address: null,
  });
});

const notice = eventNotice({
  event: {
    id: "e1",
    slug: "atelier",
    title: "Atelier",
    startsAt: new Date("2026-06-18T12:00:00Z"),
    endsAt: new Date("2026-06-18T15:00:00Z"),
    sequence: 2,
    bring: null,
    prices: [],
    isFreePrice: false,
    endMinimum: null,
    onlineUrl: "https://visio.exemple.test/salle",
  },
  space,
  place: { name: null, address: null },
  origin: "https://cowloting.example",
});
const registration = { id: "r1", quantity: 2, sequence: 1 };
const url = "https://cowloting.example/evenements/inscription/x";

test("the online address is for whoever has seats", () => {
  expect(noticeTo(notice, { ...registration, isSure: true }, url).onlineUrl).not.toBeNull();
  expect(noticeTo(notice, { ...registration, isSure: false }, url).onlineUrl).toBeNull();
});

test("whatever changes, the event or the registration, the entry has a later sequence", () => {
  const told = noticeTo(notice, { ...registration, isSure: true }, url);
  const moved = noticeTo({ ...notice, sequence: 3 }, { ...registration, isSure: true }, url);
  const fewer = noticeTo(notice, { ...registration, sequence: 2, isSure: true }, url);
  expect([told.sequence, moved.sequence, fewer.sequence]).toEqual([3, 4, 4]);
});
