import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { bundlesOf, isHelp, isOnList, untoldRows } from "@/lib/reports/events/bundles/rules";
import type { CountedEvent } from "@/lib/reports/events/schema";
import { monthInput } from "@/lib/reports/schema";

const june = monthInput.parse("2026-06");

const event = (
  spaceId: string,
  theme: string,
  people: number,
  over: Partial<CountedEvent> = {},
): CountedEvent => ({
  ...{ id: `${spaceId} ${theme} ${people}`, spaceId, spaceName: spaceId, theme },
  ...{ state: "published", day: day("2026-06-16") },
  startsAt: new Date("2026-06-16T12:00:00Z"),
  endsAt: new Date("2026-06-16T14:00:00Z"),
  ...{ capacity: 20, needsRegistration: true, registered: people, named: people, heads: people },
  ...{ firstTimers: 0, feedback: { count: people, sum: 8 * people } },
  ...over,
});

type Kind = keyof ReturnType<typeof bundlesOf>;

/** Which rows of June tell how many were named (or something else), of the network, sites and themes. */
function rowsOf(events: CountedEvent[], kind: Kind = "named", isOf?: (e: CountedEvent) => boolean) {
  const bundles = bundlesOf(events)[kind];
  const by = (key: "spaceId" | "theme") => {
    const ids = [...new Set(events.map((each) => each[key]))];
    const { bySpace } = untoldRows(bundles, { key, ids, parted: [], ...(isOf ? { isOf } : {}) });
    return Object.fromEntries(
      ids.map((id): [string, string] => [id, bySpace.get(id)?.get(june) ?? "told"]),
    );
  };
  const { network } = untoldRows(bundles, {
    ...{ key: "spaceId", ids: [], parted: [] },
    ...(isOf ? { isOf } : {}),
  });
  return { network: network.get(june) ?? "told", ...by("spaceId"), ...by("theme") };
}

const isSeated = ({ capacity }: CountedEvent) => capacity !== null;

describe("events of few people are told with others, never apart", () => {
  test("everything is told of a month in which each event had five people or nobody", () => {
    const events = [event("luzech", "talk", 5), event("luzech", "work", 0)];
    expect(rowsOf([...events, event("prayssac", "work", 9)])).toEqual({
      ...{ network: "told", luzech: "told", prayssac: "told", talk: "told", work: "told" },
    });
  });

  test("a theme is not told where, less what its sites tell, three came to one of its events", () => {
    const events = [
      event("luzech", "talk", 5),
      event("luzech", "work", 3),
      event("prayssac", "work", 10),
      event("prayssac", "digital", 6),
    ];
    expect(rowsOf(events)).toEqual({
      ...{ network: "told", luzech: "told", prayssac: "told", digital: "told" },
      ...{ talk: "protects_another", work: "protects_another" },
    });
  });

  test("a site of few is told with one that had events of the same theme", () => {
    const events = [
      event("luzech", "work", 3),
      event("prayssac", "talk", 6),
      event("albas", "work", 20),
    ];
    expect(rowsOf(events)).toEqual({
      ...{ network: "told", prayssac: "told", talk: "told", work: "told" },
      ...{ luzech: "protects_another", albas: "protects_another" },
    });
  });

  test("people helped with digital matters are told of the network, with those of another site", () => {
    const events = [
      event("luzech", "digital", 3),
      event("luzech", "talk", 9),
      event("prayssac", "digital", 8),
      event("albas", "work", 7),
    ];
    const hidden = { luzech: "protects_another", prayssac: "protects_another" };
    expect(rowsOf(events)).toMatchObject({ ...hidden, albas: "told", digital: "told" });
    expect(rowsOf(events, "named", isHelp)).toMatchObject({ network: "told", ...hidden });
    // Of others nobody asks for these: their site is told.
    expect(rowsOf(events, "registered")).toMatchObject({
      luzech: "told",
      digital: "protects_another",
    });
  });

  test("how seats were filled is not told where few came to what had no limit of seats", () => {
    const events = [event("luzech", "work", 6), event("luzech", "work", 2, { capacity: null })];
    expect(rowsOf(events)).toMatchObject({ luzech: "told" });
    expect(rowsOf(events, "named", isSeated)).toMatchObject({
      ...{ network: "protects_another", luzech: "protects_another" },
    });
  });

  test("a month of one to four tells nothing, not even of whom nobody came to", () => {
    expect(rowsOf([event("luzech", "work", 3), event("prayssac", "talk", 0)])).toEqual({
      network: "few_people",
      ...{ luzech: "protects_another", prayssac: "protects_another" },
      ...{ talk: "protects_another", work: "protects_another" },
    });
  });

  test("those there for the first time are told where the others who came are five or nobody", () => {
    const of = (firstTimers: number) =>
      rowsOf([event("luzech", "work", 9, { firstTimers })], "firstTimers").network;
    expect([0, 3, 6, 9].map(of)).toEqual(["told", "few_people", "protects_another", "told"]);
  });

  test("of first-timers, those who came in without registering are told apart by their own number", () => {
    const of = (first: number, registered: number, named = 20) =>
      rowsOf([event("luzech", "work", named, { firstTimers: first, registered })], "firstTimers");
    expect(of(10, 20)).toMatchObject({ luzech: "told" });
    // Two more than registered, so of six others two to six: of eleven, two to eleven.
    expect(of(14, 18)).toMatchObject({ network: "protects_another", luzech: "protects_another" });
    expect(of(9, 18)).toMatchObject({ luzech: "told" });
  });

  test("where nobody registers, nobody hides the others of a list", () => {
    const open = { needsRegistration: false, registered: 0 };
    const events = [
      event("luzech", "work", 9, { firstTimers: 6 }),
      event("luzech", "talk", 9, open),
    ];
    expect(rowsOf(events, "firstTimers")).toMatchObject({ network: "protects_another" });
    expect([
      isOnList(event("luzech", "talk", 9)),
      isOnList(event("luzech", "talk", 9, open)),
    ]).toEqual([true, false]);
    expect(isOnList(event("luzech", "talk", 9, { needsRegistration: false }))).toBe(true);
  });

  test("people who registered, heads and notes are told each by its own number", () => {
    const own = { registered: 9, heads: 2, feedback: { count: 7, sum: 7 } };
    const of = (kind: Kind) => rowsOf([event("luzech", "work", 3, own)], kind).network;
    expect((["registered", "named", "heads", "feedback"] as const).map(of)).toEqual([
      ...["told", "few_people", "few_people", "told"],
    ]);
  });

  test("which events are together does not hang on the order they are read in", () => {
    const events = [
      event("luzech", "work", 3),
      event("prayssac", "work", 6),
      event("albas", "work", 6),
    ];
    expect(rowsOf([...events].reverse())).toEqual(rowsOf(events));
  });

  test("nothing is told of a month of which a part is asked for", () => {
    const { network, bySpace } = untoldRows(bundlesOf([event("luzech", "work", 9)]).named, {
      ...{ key: "spaceId", ids: ["luzech"], parted: [june] },
    });
    expect([network.get(june), bySpace.get("luzech")?.get(june)]).toEqual([
      ...["whole_months_only", "whole_months_only"],
    ]);
  });
});
