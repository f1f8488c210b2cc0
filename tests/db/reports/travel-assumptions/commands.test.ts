import { describe, expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { changeTravelAssumptions } from "@/lib/reports/travel-assumptions/commands";
import { getTravelAssumptions } from "@/lib/reports/travel-assumptions/queries";
import {
  assumptionNames,
  type ChangeTravelInput,
  type TravelAssumptions,
} from "@/lib/reports/travel-assumptions/schema";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

/** The form as drawn from these, with what is typed anew. */
function typed({ version, values }: TravelAssumptions, own: Partial<ChangeTravelInput> = {}) {
  const drawn = Object.fromEntries(
    assumptionNames.map((name) => [name, String(values[name] ?? "")]),
  );
  return { version, ...drawn, ...own } as ChangeTravelInput;
}
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe("staff say anew what is supposed", () => {
  test("a version more, dated, by whom, with what it was in the journal, and the one before stays", async () => {
    const staff = await aStaffMember();
    const before = await getTravelAssumptions(later(0));
    const at = later(1);
    const told = await changeTravelAssumptions(staff, typed(before, { carKgPerKm: "0,2" }), at);
    expect(told).toEqual({ ok: true, value: { version: before.version + 1 } });
    expect(await getTravelAssumptions(at)).toEqual({
      version: before.version + 1,
      values: { ...before.values, carKgPerKm: 0.2 },
    });
    expect(await getTravelAssumptions(later(0))).toEqual(before);
    const row = await db.travelAssumptions.findFirstOrThrow({ orderBy: { version: "desc" } });
    expect(row).toMatchObject({ madeAt: at, madeBy: staff.personId });
    const line = await db.journalEntry.findFirstOrThrow({
      where: { actorId: staff.personId, action: "travel.assumptions_changed" },
    });
    expect(line.before).toEqual({ carKgPerKm: before.values.carKgPerKm });
    expect(line.after).toEqual({ carKgPerKm: 0.2, version: before.version + 1 });
  });

  test("what cannot be is named and nothing is changed", async () => {
    const before = await getTravelAssumptions(later(5));
    const wrong = typed(before, { carKgPerKm: "beaucoup", detourFactor: "0,5", busKgPerKm: "0,2" });
    expect(await changeTravelAssumptions(await aStaffMember(), wrong, later(5))).toEqual({
      ok: false,
      refusal: "not_a_value",
      data: ["carKgPerKm", "detourFactor"],
    });
    expect(await getTravelAssumptions(later(5))).toEqual(before);
  });

  test("what is the same is no version", async () => {
    const before = await getTravelAssumptions(later(5));
    const same = await changeTravelAssumptions(await aStaffMember(), typed(before), later(5));
    expect(same).toMatchObject({ refusal: "nothing_changed" });
  });

  test("two at once: one is a version, the other is told that it changed", async () => {
    const before = await getTravelAssumptions(later(10));
    const [ana, bob] = [await aStaffMember(), await aStaffMember()];
    const both = await Promise.all([
      changeTravelAssumptions(ana, typed(before, { yardstickKg: "280" }), later(10)),
      changeTravelAssumptions(bob, typed(before, { yardstickKg: "290" }), later(10)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter((told) => !told.ok && told.refusal === "changed_since")).toHaveLength(1);
  });
});

test("for members, hosts and visitors there is nothing to change", async () => {
  const input = typed(await getTravelAssumptions(later(0)), { carKgPerKm: "0,3" });
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(changeTravelAssumptions(actor, input)).rejects.toThrow(NotFound);
  }
});

test("a version that was is never rewritten nor taken away", async () => {
  const data = { version: 900, values: {}, madeAt: new Date("2020-01-01T00:00:00Z") };
  await db.travelAssumptions.create({ data });
  const where = { version: 900 };
  const appendOnly = /append-only/;
  await expect(
    db.travelAssumptions.update({ where, data: { values: { carKgPerKm: 1 } } }),
  ).rejects.toThrow(appendOnly);
  await expect(db.travelAssumptions.delete({ where })).rejects.toThrow(appendOnly);
});
