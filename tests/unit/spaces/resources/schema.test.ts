import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { firstSetup } from "@/lib/spaces/resources/rules";
import { addResourcesInput, changeResourceInput } from "@/lib/spaces/resources/schema";
import { asTyped } from "@/tests/support/resource-forms";

const setup = { ...firstSetup("room", day("2026-06-15")), name: "Salle du pont" };
const sent = { slug: "lieu", kind: "room", ...asTyped(setup) };

/** Each field that is wrong, with the key of its sentence. */
function faults(changed: Record<string, unknown>): [unknown, string][] {
  const read = addResourcesInput.safeParse({ ...sent, ...changed });
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path[0], message]);
}

test("everything a host may say of a resource is read", () => {
  const whole = {
    ...setup,
    features: ["window" as const, "step_free" as const],
    capacity: 12,
    inServiceUntil: day("2027-01-01"),
    modes: ["hour" as const],
    stepMinutes: 15,
    minMinutes: 45,
    maxMinutes: 90,
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 20,
    noticeMinutes: 90,
    horizonDays: 120,
    cancelNoticeMinutes: 2_880,
    quotaCount: 2,
    quotaPeriod: "month" as const,
    needsApproval: true,
    partIds: ["0b7a1c9e-3f55-4b0e-8a52-6f0f6b1f0a01", "0b7a1c9e-3f55-4b0e-8a52-6f0f6b1f0a02"],
  };
  const resourceId = "0b7a1c9e-3f55-4b0e-8a52-6f0f6b1f0a00";
  const mark = "a".repeat(64);
  const form = { slug: "lieu", resourceId, mark, ...asTyped(whole) };
  expect(changeResourceInput.parse(form)).toEqual({
    ...{ slug: "lieu", resourceId, mark },
    setup: whole,
  });
});

test("boxes are read in our order, each once, whether one or several are ticked", () => {
  const read = addResourcesInput.parse({
    ...sent,
    modes: ["day", "hour", "day"],
    features: "screen",
  });
  expect(read.setup).toMatchObject({ modes: ["hour", "day"], features: ["screen"] });
});

test("only equipment comes in several units", () => {
  expect(addResourcesInput.parse({ ...sent, kind: "equipment", quantity: "4" }).quantity).toBe(4);
  expect(addResourcesInput.parse({ ...sent, quantity: "4" }).quantity).toBe(1);
});

test.each([
  [{ name: "   " }, "name"],
  [{ modes: undefined }, "modes"],
  [{ modes: "week" }, "modes"],
  [{ capacity: "0" }, "capacity"],
  [{ capacity: "deux" }, "capacity"],
  [{ bufferAfterMinutes: "-5" }, "bufferAfterMinutes"],
  [{ bufferAfterMinutes: "241" }, "bufferAfterMinutes"],
  [{ stepMinutes: "7,5" }, "stepMinutes"],
  [{ quantity: "51" }, "quantity"],
  [{ inServiceFrom: "2026-02-30" }, "inServiceFrom"],
  [{ partIds: "salle" }, "partIds"],
  [{ horizonDays: "9999999" }, "horizonDays"],
])("%j is refused at its field alone", (changed, field) => {
  const fields = faults(changed).map(([path]) => path);
  expect([...new Set(fields)]).toEqual([field]);
});

test.each([
  [{ minMinutes: "40" }, "minMinutes", "notMultiple"],
  [{ maxMinutes: "15" }, "maxMinutes", "belowShortest"],
  [{ inServiceUntil: "2026-06-14" }, "inServiceUntil", "beforeFirst"],
  [{ notice: "366", noticeUnit: "days" }, "notice", "overAYear"],
  [{ cancelNotice: "8761", cancelNoticeUnit: "hours" }, "cancelNotice", "overAYear"],
])("%j does not go with the rest, and says so at its field", (changed, field, message) => {
  expect(faults(changed)).toEqual([[field, message]]);
});

test("a field the form does not have is refused", () => {
  expect(addResourcesInput.safeParse({ ...sent, place: "1" }).success).toBe(false);
});
