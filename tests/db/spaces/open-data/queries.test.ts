import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listChangedDays } from "@/lib/spaces/open-data/queries";
import { aSpace } from "@/tests/support/factories";

test("a place changed when its journal last says so, not when somebody was seen in it", async () => {
  const space = await aSpace({ createdAt: new Date("2026-01-05T10:00:00Z") });
  const other = await aSpace({ createdAt: new Date("2026-02-01T23:30:00Z") });
  const at = (text: string) => new Date(`${text}T10:00:00Z`);
  await db.journalEntry.createMany({
    data: [
      { action: "opening.changed", spaceId: space.id, at: at("2026-03-01") },
      { action: "space.settings_changed", spaceId: space.id, at: at("2026-04-02") },
      { action: "people.viewed", spaceId: space.id, at: at("2026-05-03") },
    ],
  });
  const days = await listChangedDays();
  expect(days.get(space.slug)).toBe("2026-04-02");
  // Half past midnight in France.
  expect(days.get(other.slug)).toBe("2026-02-02");
});
