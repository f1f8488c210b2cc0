import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { nameNewcomer } from "@/lib/members/commands";
import { aMember } from "@/tests/support/actors";
import { aPerson } from "@/tests/support/factories";

const nameOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).name;

test("a newcomer is called as they said; somebody who has a name keeps it", async () => {
  const { id } = await aPerson({ name: null });
  const newcomer = { ...(await aMember()), personId: id };
  await nameNewcomer(newcomer, "Léa");
  await nameNewcomer(newcomer, "Autre");
  expect(await nameOf(id)).toBe("Léa");
});
