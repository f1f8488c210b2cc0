import { expect, test } from "vitest";
import { getSettings } from "@/lib/bookings/settings/queries";
import { NotFound } from "@/lib/core/errors";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";

test("settings are shown to who runs the space, to nobody else", async () => {
  const space = await aSpace({ noShowGraceMinutes: 30, schoolZone: "A" });
  expect(await getSettings(await hostOf(space), space.slug)).toMatchObject({
    settings: { noShowGraceMinutes: 30, offerMinutes: 120, halfDayBoundary: 780, schoolZone: "A" },
    mark: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(await aSpace())]) {
    await expect(getSettings(actor, space.slug)).rejects.toThrow(NotFound);
  }
});
