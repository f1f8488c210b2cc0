import { expect, test } from "vitest";
import { previewClosure } from "@/lib/bookings/closures/queries";
import { NotFound } from "@/lib/core/errors";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aPerson, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("before closing, the host sees who is hit and where each fits instead", async () => {
  const space = await aSpace({ latitude: 20, longitude: 20 });
  await aSpace({ latitude: 20, longitude: 20.05, name: "Voisin" });
  const person = await aPerson({ name: "Clara Vidal" });
  await aBooking({
    space,
    day: tuesday,
    part: "morning",
    personId: person.id,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T10:30:00Z",
  });
  const closing = { slug: space.slug, day: tuesday, part: "day" as const };
  const hits = await previewClosure(await hostOf(space), closing, mondayMorning);
  expect(hits).toMatchObject([
    {
      name: "Clara Vidal",
      resourceName: "Bureau 1",
      instead: { differs: "space", spaceName: "Voisin", part: "morning" },
    },
  ]);
});

test("the preview is for hosts of the space", async () => {
  const space = await aSpace();
  await expect(
    previewClosure(await aMember(), { slug: space.slug, day: tuesday, part: "day" }, mondayMorning),
  ).rejects.toThrow(NotFound);
});
