import { expect, test } from "vitest";
import { hostTermsOf } from "@/lib/bookings/hosted/rules";
import { decideMoment } from "@/lib/bookings/moments/rules";
import { day } from "@/lib/core/day";
import { anAlternativeSpace } from "@/tests/support/alternative-spaces";
import { plainResource } from "@/tests/support/plain-values";

const desk = plainResource({ id: "desk", name: "Bureau 1", noticeMinutes: 24 * 60 });
const space = { ...anAlternativeSpace("luzech"), bookingHorizonDays: 30, resources: [desk] };
const at = new Date("2026-06-15T06:00:00Z");

function decide(known: typeof space, wanted: string): string {
  const [resource] = known.resources;
  if (!resource) throw new Error("no desk");
  const decided = decideMoment(known, resource, { day: day(wanted), part: "day" }, at);
  return decided.ok ? "ok" : decided.refusal;
}

test("notice and horizon bind members, not hosts", () => {
  expect(decide(space, "2026-06-15")).toBe("too_late_to_book");
  expect(decide(space, "2026-09-15")).toBe("beyond_horizon");
  const hosts = hostTermsOf(space);
  expect(decide(hosts, "2026-06-15")).toBe("ok");
  expect(decide(hosts, "2026-09-15")).toBe("ok");
});

test("the past, a closed day and a slip of the year are refused to hosts too", () => {
  const hosts = hostTermsOf(space);
  expect(decide(hosts, "2026-06-12")).toBe("slot_over");
  expect(decide(hosts, "2026-06-20")).toBe("space_closed");
  expect(decide(hosts, "2036-06-16")).toBe("beyond_horizon");
});
