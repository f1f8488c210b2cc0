import sharp from "sharp";
import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { savePicture } from "@/lib/events/pictures/commands";
import { getPicture } from "@/lib/events/pictures/queries";
import { aMember } from "@/tests/support/actors";
import { aHouse, made } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";

test("a picture is seen by whoever sees its event, and by nobody else", async () => {
  const house = await aHouse();
  const shown = await made(house);
  const draft = await made(house, {}, false);
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#000" } })
    .png()
    .toBuffer();
  for (const { id } of [shown, draft]) {
    await savePicture(house.host, { eventId: id, bytes, alternative: "Une table." }, at);
  }
  const member = await aMember();
  expect(await getPicture(member, shown.slug, at)).toMatchObject({ isPublic: true });
  await expect(getPicture(member, draft.slug, at)).rejects.toThrow(NotFound);
  expect(await getPicture(house.host, draft.slug, at)).toMatchObject({ isPublic: false });
  const without = await made(house, { place: { kind: "space" } });
  await expect(getPicture(member, without.slug, at)).rejects.toThrow(NotFound);
});
