import { expect, test } from "vitest";
import { searchPlaces } from "@/lib/bookings/searches/queries";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};
const seats = ["desk", "office"] as const;

test("a search counts the free places of every space, closed ones included", async () => {
  const [open, closed] = [await aSpace(), await aSpace({ weekdays: [5] })];
  await aBooking({ space: open, ...morning });
  const found = await searchPlaces({ day: tuesday, part: "morning", kinds: seats }, mondayMorning);
  const of = (slug: string) => found.find((place) => place.space.slug === slug);
  expect(of(open.slug)?.slot.free).toHaveLength(2);
  expect(of(open.slug)?.refusal).toBeNull();
  expect(of(closed.slug)).toMatchObject({
    slot: { free: [], opening: { open: false, because: "hours" } },
    refusal: { refusal: "space_closed" },
  });
});

async function freeIn(slug: string, wanted: Partial<Parameters<typeof searchPlaces>[0]>) {
  const all = { day: tuesday, part: "morning" as const, kinds: seats, ...wanted };
  const found = (await searchPlaces(all, mondayMorning)).find(({ space }) => space.slug === slug);
  return found && (found.refusal?.refusal ?? found.slot.free.map(({ name }) => name));
}

test("only places with every feature asked for are counted", async () => {
  const space = await aSpace({ desks: 1 });
  await aRoom(space, { kind: "desk", name: "Fenêtre", features: ["window"], modes: ["half_day"] });
  const both = { features: ["window", "screen"], modes: ["half_day" as const] };
  await aRoom(space, { kind: "desk", name: "Fenêtre et écran", ...both });
  expect(await freeIn(space.slug, { features: ["window"] })).toEqual([
    "Fenêtre",
    "Fenêtre et écran",
  ]);
  expect(await freeIn(space.slug, { features: ["window", "screen"] })).toEqual([
    "Fenêtre et écran",
  ]);
});

test("a room or a booth is found for hours, where those hours are open and free", async () => {
  const space = await aSpace({ desks: 1 });
  const room = await aRoom(space, { name: "Salle" });
  await aRoom(space, { kind: "booth", name: "Cabine", modes: ["hour"], maxMinutes: 60 });
  const hours = { startMinute: 600, endMinute: 660 };
  const any = { hours, kind: null };
  expect(await freeIn(space.slug, any)).toEqual(["Salle", "Cabine"]);
  await aBooking({
    space: { id: space.id, desks: [room] },
    day: tuesday,
    startsAt: "2026-06-16T08:30:00Z",
    endsAt: "2026-06-16T09:30:00Z",
  });
  expect(await freeIn(space.slug, any)).toEqual(["Cabine"]);
  expect(await freeIn(space.slug, { hours, kind: "room", kinds: ["room"] })).toEqual([]);
  const night = { startMinute: 1_200, endMinute: 1_260 };
  expect(await freeIn(space.slug, { ...any, hours: night })).toBe("space_closed");
});

test("a booth, by the hour alone, is free for a morning when it may be begun in it", async () => {
  const space = await aSpace({ desks: 1 });
  await aRoom(space, { kind: "booth", name: "Cabine", modes: ["hour"], maxMinutes: 60 });
  const booth = { kind: "booth" as const, kinds: ["booth"] as const };
  expect(await freeIn(space.slug, booth)).toEqual(["Cabine"]);
  expect(await freeIn(space.slug, {})).toEqual(["Bureau 1"]);
});

test("only places that seat all who come are counted, for a part of the day and for hours", async () => {
  const space = await aSpace({ desks: 1 });
  await aRoom(space, { name: "Petite", capacity: 3 });
  await aRoom(space, { name: "Grande", capacity: 8 });
  const rooms = { kind: "room" as const, kinds: ["room"] as const };
  const hours = { startMinute: 600, endMinute: 660 };
  expect(await freeIn(space.slug, { ...rooms, people: 3 })).toEqual(["Petite", "Grande"]);
  expect(await freeIn(space.slug, { ...rooms, people: 4 })).toEqual(["Grande"]);
  expect(await freeIn(space.slug, { ...rooms, hours, people: 8 })).toEqual(["Grande"]);
  expect(await freeIn(space.slug, { people: 2 })).toEqual([]);
});

test("a space without the kind asked for is neither full nor closed, and comes last", async () => {
  const bare = await aSpace({ desks: 1 });
  const closed = await aSpace({ desks: 1, weekdays: [5] });
  const roomy = await aSpace({ desks: 1 });
  await aRoom(roomy);
  await aRoom(closed);
  const booth = { kind: "booth" as const, kinds: ["booth"] as const };
  const room = { kind: "room" as const, kinds: ["room"] as const };
  const slugs = [bare.slug, closed.slug, roomy.slug];
  const found = async (wanted: Partial<Parameters<typeof searchPlaces>[0]>) => {
    const all = { day: tuesday, part: "morning" as const, kinds: seats, ...wanted };
    const places = await searchPlaces(all, mondayMorning);
    return places.filter(({ space }) => slugs.includes(space.slug));
  };
  const rooms = await found(room);
  expect(rooms.at(-1)).toMatchObject({ space: { slug: bare.slug }, lack: "kind" });
  expect(rooms.map(({ lack }) => lack)).toEqual([null, null, "kind"]);
  const hours = { startMinute: 600, endMinute: 660 };
  expect((await found({ ...booth, hours })).map(({ lack }) => lack)).toEqual(
    slugs.map(() => "kind"),
  );
  const standing = await found({ ...room, features: ["standing"] });
  expect(standing.map(({ lack }) => lack)).toEqual(["features", "features", "kind"]);
});
