import sharp from "sharp";
import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { removePicture, savePicture } from "@/lib/events/pictures/commands";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aHouse, made, standing, tellingsOf } from "@/tests/support/event-fields";
import { mondayMorning as at } from "@/tests/support/factories";
import { hostilePictures } from "@/tests/support/hostile-pictures";

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c05030" } })
    .withExif({ IFD0: { Copyright: "Secret" } })
    .jpeg()
    .toBuffer();
const alternative = "Six personnes autour d’une table.";

test("a picture is kept three to two, with its words, and says nothing besides its pixels", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const input = { eventId: id, bytes: await photo(900, 1_600), alternative };
  expect((await savePicture(house.host, input, at)).ok).toBe(true);
  const kept = await db.eventPicture.findFirstOrThrow({ where: { eventId: id } });
  const image = Buffer.from(kept.image);
  const { format, width, height, exif } = await sharp(image).metadata();
  expect({ format, width, height, exif, said: kept.alternative }).toEqual({
    ...{ format: "webp", width: 1_200, height: 800, exif: undefined, said: alternative },
  });
  expect(image.includes("Secret")).toBe(false);
  const blue = sharp({ create: { width: 9, height: 9, channels: 3, background: "#0000ff" } });
  await savePicture(house.host, { ...input, bytes: await blue.png().toBuffer() }, at);
  const second = await db.eventPicture.findFirstOrThrow({ where: { eventId: id } });
  expect(second.version).not.toBe(kept.version);
  expect((await standing(id)).changes.map(({ verb }) => verb)).toEqual([
    ...["created", "edited", "edited"],
  ]);
  expect(await tellingsOf(house.space.id)).toBe(0);
});

test("nothing of the corpus of false, moving and enormous pictures is kept", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  // One after the other by as many hosts as it takes: a host sends ten in ten minutes.
  for (const [what, bytes, refusal] of await hostilePictures()) {
    const host = await hostOf(house.space);
    const saved = await savePicture(host, { eventId: id, bytes, alternative }, at);
    expect(saved, what).toMatchObject({ ok: false, refusal });
  }
  expect(await db.eventPicture.count({ where: { eventId: id } })).toBe(0);
});

test("it is taken away, and twice is the same as once; nobody else changes it", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const input = { eventId: id, bytes: await photo(60, 40), alternative };
  await savePicture(house.host, input, at);
  const stranger = await aMember();
  await expect(savePicture(stranger, input, at)).rejects.toThrow(NotFound);
  await expect(removePicture(stranger, { eventId: id }, at)).rejects.toThrow(NotFound);
  await removePicture(house.host, { eventId: id }, at);
  expect((await removePicture(house.host, { eventId: id }, at)).ok).toBe(true);
  expect(await db.eventPicture.count({ where: { eventId: id } })).toBe(0);
});
