import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { findHome } from "@/lib/members/queries";
import { aCommune, aPerson } from "@/tests/support/factories";

test("where somebody lives is the middle of the commune they said, unknown when they said none", async () => {
  const [one, other] = await Promise.all([aPerson(), aPerson()]);
  const { insee } = await aCommune({ latitude: 44.5, longitude: 1.2 });
  await db.profile.create({ data: { personId: one.id, communeId: insee } });
  expect(await findHome(db, one.id)).toEqual({ latitude: 44.5, longitude: 1.2 });
  expect(await findHome(db, other.id)).toBeNull();
});
