import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getPhoto } from "@/lib/members/photos/queries";
import { aMember } from "@/tests/support/actors";
import { fillProfile, openedTo } from "@/tests/support/profiles";

async function aPortrait(audiencePhoto: string, audienceName = "everyone") {
  const member = await aMember();
  const { personId } = member;
  const opened = { audience_photo: audiencePhoto, audience_name: audienceName };
  await fillProfile(member, { ...openedTo("everyone"), ...opened });
  await db.photo.create({ data: { personId, image: new Uint8Array([1, 2]), version: "v1" } });
  return member;
}

test("a portrait is for its audience, whatever else is open", async () => {
  const [forMembers, forAll, own] = [
    await aPortrait("members"),
    await aPortrait("everyone"),
    await aPortrait("me"),
  ];
  const viewer = await aMember();
  expect((await getPhoto(viewer, forMembers.personId)).version).toBe("v1");
  expect((await getPhoto(anonymous, forAll.personId)).version).toBe("v1");
  expect((await getPhoto(own, own.personId)).version).toBe("v1");
  await expect(getPhoto(anonymous, forMembers.personId)).rejects.toThrow(NotFound);
  await expect(getPhoto(viewer, own.personId)).rejects.toThrow(NotFound);
});

test("without the name, blocked, or without a portrait, there is none to see", async () => {
  const [viewer, nameless, blocked] = [
    await aMember(),
    await aPortrait("everyone", "me"),
    await aPortrait("everyone"),
  ];
  await db.block.create({ data: { blockerId: blocked.personId, blockedId: viewer.personId } });
  const listed = await aMember();
  await fillProfile(listed, openedTo("everyone"));
  for (const id of [nameless.personId, blocked.personId, listed.personId, randomUUID()]) {
    await expect(getPhoto(viewer, id)).rejects.toThrow(NotFound);
  }
});
