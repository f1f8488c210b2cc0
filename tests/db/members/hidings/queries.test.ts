import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { listPartsOf } from "@/lib/members/hidings/queries";
import { aMember } from "@/tests/support/actors";
import { aListedMember } from "@/tests/support/mutual-help";

test("of each person there is to hide what they have: a profile, a photo, both or nothing", async () => {
  const [both, text, nothing] = [await aListedMember(), await aListedMember(), await aMember()];
  const { personId } = both;
  await db.photo.create({ data: { personId, image: Buffer.from("x"), version: "v" } });
  const parts = await listPartsOf([both, text, nothing].map((each) => each.personId));
  expect(parts.get(both.personId)).toEqual(["text", "photo"]);
  expect(parts.get(text.personId)).toEqual(["text"]);
  expect(parts.get(nothing.personId)).toEqual([]);
});
