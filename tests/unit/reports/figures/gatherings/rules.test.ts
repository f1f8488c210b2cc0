import { expect, test } from "vitest";
import { figuresFrom, pick } from "@/tests/support/report-figures";
import { aReportEvent } from "@/tests/support/report-rows";

const came = (named: number, own: object = {}) =>
  aReportEvent({
    on: "2026-06-16",
    registered: named + 1,
    named,
    namedRegistered: named,
    participants: Array.from({ length: named }, (_, at) => `person-${at}`),
    ...own,
  });
const june = (events: ReturnType<typeof came>[]) =>
  figuresFrom({ events }, "2026-06-01", "2026-06-30");

test("events are public: their number, hours and themes are told, whoever came", () => {
  const figures = june([came(2), came(1, { theme: "talk", state: "cancelled" })]);
  expect(pick(figures, "events.held", "luzech").value).toBe(1);
  expect(pick(figures, "events.cancelled").value).toBe(1);
  expect(pick(figures, "events.held", null, { kind: "theme", theme: "digital" }).value).toBe(1);
});

test("who came is told where five did, at one of them or over several", () => {
  const many = june([came(7)]);
  expect(pick(many, "attendance.registered", "luzech").value).toBe(8);
  expect(pick(many, "attendance.present", "luzech")).toMatchObject({ value: 5, nearest: 5 });
  expect(pick(many, "attendance.fill", "luzech")).toMatchObject({ value: 7, of: 10 });
  const same = june([came(3), came(3)]);
  expect(pick(same, "attendance.present").withheld).toBe("few_people");
  expect(pick(same, "attendance.participants").withheld).toBe("few_people");
});

test("participants of two sites are told of neither where four went to both, and of both where five did", () => {
  const at = (spaceId: string, people: string) =>
    came(people.length, { spaceId, participants: [...people] });
  const few = june([at("luzech", "abcdef"), at("prayssac", "bcdeg")]);
  expect(pick(few, "attendance.participants").value).toBe(7);
  for (const place of ["luzech", "prayssac"]) {
    expect(pick(few, "attendance.participants", place).withheld).toBe("protects_another");
  }
  const many = june([at("luzech", "abcdefghij"), at("prayssac", "fghijklmno")]);
  expect(pick(many, "attendance.participants").value).toBe(15);
  expect(pick(many, "attendance.participants", "luzech").value).toBe(10);
});

test("heads counted in one look are told from five on, of whole months, like who came by name", () => {
  const looked = (heads: number) => june([came(0, { registered: 0, heads })]);
  expect(pick(looked(12), "attendance.heads").value).toBe(12);
  expect(pick(looked(12), "digitalHelp.heads").value).toBe(12);
  for (const key of ["attendance.heads", "digitalHelp.heads"] as const) {
    expect(pick(looked(3), key).withheld).toBe("few_people");
    expect(pick(looked(3), key, "luzech").value).toBeNull();
    const part = figuresFrom(
      { events: [came(0, { registered: 0, heads: 12 })] },
      ...(["2026-06-02", "2026-06-30"] as const),
    );
    expect(pick(part, key).withheld).toBe("whole_months_only");
  }
});

test("heads of digital help are not told where the others of the same month would be few", () => {
  const own = { named: 0, registered: 0 };
  const figures = june([
    came(0, { ...own, heads: 9 }),
    came(0, { ...own, heads: 3, theme: "talk" }),
  ]);
  expect(pick(figures, "attendance.heads").value).toBe(12);
  expect(pick(figures, "digitalHelp.heads").value).toBeNull();
});

test("those there for the first time are told by months of five, and of five others or nobody", () => {
  const of = (firstTimers: number) =>
    pick(june([came(10, { firstTimers })]), "attendance.firstTimers");
  expect(of(5).value).toBe(5);
  expect(of(4).withheld).toBe("few_people");
  expect([of(6).value, of(10).value]).toEqual([null, 10]);
});

test("how seats were filled is told where those without seats counted are nobody or five and more", () => {
  const fillOf = (...named: [number, number]) => {
    const figures = june([came(named[0], { capacity: null }), came(named[1])]);
    expect(pick(figures, "digitalHelp.accompanied").value).toBe(named[0] + named[1]);
    return pick(figures, "attendance.fill", "luzech").value;
  };
  expect(fillOf(9, 2)).toBeNull();
  expect(fillOf(2, 9)).toBeNull();
  expect(fillOf(6, 9)).toBe(9);
});

test("people who registered are told by how many they were, not by how many came", () => {
  const figures = june([
    came(0, { registered: 3, walkIns: 6, named: 6, theme: "talk" }),
    came(0, { registered: 12, spaceId: "prayssac", theme: "talk" }),
  ]);
  const of = (place: string | null) => pick(figures, "attendance.registered", place);
  expect([null, "luzech", "prayssac"].map((place) => of(place).value)).toEqual([15, null, null]);
  expect(of("luzech").withheld).toBe(of("prayssac").withheld);
});

test("how many of those registered came is not told where it would tell who came in at the door", () => {
  const figures = june([came(8, { registered: 8, walkIns: 1, named: 9 })]);
  for (const key of ["attendance.attendance", "attendance.present", "attendance.walkIns"] as const)
    expect(pick(figures, key)).toMatchObject({ value: null, withheld: "protects_another" });
  const open = june([came(8, { registered: 8, walkIns: 6, named: 14 })]);
  expect(pick(open, "attendance.attendance")).toMatchObject({ value: 8, of: 8 });
  expect(pick(open, "attendance.present")).toMatchObject({ value: 8, of: null });
});

test("of whom some registered is no base of a share where those of other events would be few", () => {
  const figures = june([came(9), came(0, { registered: 3 })]);
  expect(pick(figures, "attendance.registered").value).toBe(13);
  expect(pick(figures, "attendance.attendance").of).toBeNull();
});

test("people helped with digital matters are told apart from those of other events", () => {
  const figures = june([came(3), came(9, { theme: "talk" })]);
  expect(pick(figures, "digitalHelp.workshops", "luzech").value).toBe(1);
  expect(pick(figures, "digitalHelp.accompanied").withheld).toBe("protects_another");
  expect(pick(june([came(6)]), "digitalHelp.accompanied", "luzech").value).toBe(6);
});
