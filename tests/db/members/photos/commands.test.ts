import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { removePhoto, savePhoto } from "@/lib/members/photos/commands";
import { aMember } from "@/tests/support/actors";
import { hostilePictures } from "@/tests/support/hostile-pictures";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c05030" } });

const kept = (personId: string) => db.photo.findUnique({ where: { personId } });

test("a photo is kept as a square WebP that says nothing besides its pixels", async () => {
  const member = await aMember();
  const sent = await picture(1_200, 800)
    .withExif({ IFD0: { Copyright: "Secret", Make: "Appareil" } })
    .jpeg()
    .toBuffer();
  expect(sent.includes("Secret")).toBe(true);
  expect(await savePhoto(member, sent)).toEqual({ ok: true, value: null });
  const photo = await kept(member.personId);
  const image = Buffer.from(photo?.image ?? []);
  const { format, width, height, exif, icc, xmp } = await sharp(image).metadata();
  expect({ format, width, height, exif, icc, xmp }).toEqual({
    ...{ format: "webp", width: 512, height: 512 },
    ...{ exif: undefined, icc: undefined, xmp: undefined },
  });
  expect(image.includes("Secret")).toBe(false);
});

test("PNG and WebP are photos too, and another one takes the place of the first", async () => {
  const member = await aMember();
  await savePhoto(member, await picture(40, 90).png().toBuffer());
  const first = await kept(member.personId);
  const blue = sharp({ create: { width: 64, height: 64, channels: 3, background: "#0000ff" } });
  await savePhoto(member, await blue.webp().toBuffer());
  expect((await kept(member.personId))?.version).not.toBe(first?.version);
});

test("nothing of the corpus of false, moving and enormous pictures is kept", async () => {
  for (const [what, bytes, refusal] of await hostilePictures()) {
    const member = await aMember();
    expect(await savePhoto(member, bytes), what).toEqual({ ok: false, refusal });
    expect(await kept(member.personId), what).toBeNull();
  }
});

test("thirty thousand pixels a side are too many", async () => {
  const member = await aMember();
  // The header alone says 30 000 × 30 000: nothing of it is decoded.
  const bomb = Buffer.from(await picture(8, 8).png().toBuffer());
  bomb.writeUInt32BE(30_000, 16);
  bomb.writeUInt32BE(30_000, 20);
  const result = await savePhoto(member, bomb);
  expect(result.ok).toBe(false);
  expect(await kept(member.personId)).toBeNull();
});

test("a photo taken away is gone, one's own only, and taking away nothing is nothing", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const bytes = await picture(20, 20).png().toBuffer();
  await savePhoto(member, bytes);
  await savePhoto(other, bytes);
  await removePhoto(member);
  expect(await removePhoto(member)).toEqual({ ok: true, value: null });
  expect(await kept(member.personId)).toBeNull();
  expect(await kept(other.personId)).not.toBeNull();
});

test("the same photo sent six times at once is kept once", async () => {
  const member = await aMember();
  const bytes = await picture(30, 30).png().toBuffer();
  const results = await Promise.all(Array.from({ length: 6 }, () => savePhoto(member, bytes)));
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await db.photo.count({ where: { personId: member.personId } })).toBe(1);
});

test("ten photos in ten minutes are enough: the eleventh waits, another person's does not", async () => {
  const [member, other] = [await aMember(), await aMember()];
  const bytes = await picture(10, 10).png().toBuffer();
  for (let turn = 0; turn < 10; turn += 1) {
    expect((await savePhoto(member, bytes)).ok).toBe(true);
  }
  expect(await savePhoto(member, bytes)).toEqual({ ok: false, refusal: "too_many_tries" });
  expect((await savePhoto(other, bytes)).ok).toBe(true);
});

test("looked for first, then written, the same photo at once fails: the one statement is what holds", async () => {
  const { personId } = await aMember();
  const naive = async () => {
    if (await kept(personId)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await db.photo.create({ data: { personId, image: new Uint8Array([1]), version: "v" } });
  };
  const results = await Promise.allSettled([naive(), naive(), naive()]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(2);
});
