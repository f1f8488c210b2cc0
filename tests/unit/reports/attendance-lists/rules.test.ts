import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { hoursOf, namedLines } from "@/lib/reports/attendance-lists/rules";
import { eventListInput, spaceListInput } from "@/lib/reports/attendance-lists/schema";

const row = (name: string | null, on = "2026-05-12") => ({
  ...{ key: `${name} ${on}`, day: day(on), name, organisation: null, arrivedAt: null },
  startsAt: new Date(`${on}T08:00:00Z`),
  ...{ endsAt: new Date(`${on}T11:20:00Z`), personId: null },
});

test("who has a name is a line; who has lost it is counted in their month", () => {
  const rows = [row("Maëlle"), row(null), row(""), row("  "), row(null, "2025-01-09")];
  const { lines, unnamed } = namedLines(rows);
  expect(lines.map(({ name }) => name)).toEqual(["Maëlle"]);
  expect(unnamed).toEqual([
    { month: "2025-01", count: 1 },
    { month: "2026-05", count: 3 },
  ]);
});

test("three hours and twenty minutes are 3.33 hours", () => {
  expect(hoursOf(row("Maëlle"))).toBe(3.33);
});

test("no list is opened without saying why, nor over more than a quarter", () => {
  const evenement = "01890000-0000-7000-8000-000000000000";
  expect(eventListInput.safeParse({ evenement, motif: "Contrôle" }).success).toBe(false);
  expect(eventListInput.safeParse({ evenement, motif: "  .       . " }).success).toBe(false);
  expect(eventListInput.safeParse({ evenement, motif: "Contrôle de la Région" }).success).toBe(
    true,
  );
  const asked = { lieu: "luzech", du: "2026-01-01", pourquoi: "Contrôle de la Région" };
  expect(spaceListInput.safeParse({ ...asked, au: "2026-04-02" }).success).toBe(true);
  expect(spaceListInput.safeParse({ ...asked, au: "2026-04-03" }).success).toBe(false);
  expect(spaceListInput.safeParse({ ...asked, au: "2025-12-31" }).success).toBe(false);
});
