import { expect, test } from "vitest";
import { findActor } from "@/lib/identity/queries";
import { db } from "@/lib/infra/db";
import { aPerson, aSpace } from "@/tests/support/factories";
import { anEmail } from "@/tests/support/sign-in";
import { grantFromWords } from "../../../scripts/roles/grant";

const linesAbout = (subjectId: string) =>
  db.journalEntry.findMany({
    where: { subjectId },
    select: { action: true, actorId: true, spaceId: true, after: true },
  });

test("the first admin of an installation is named from its machine, and the journal says so", async () => {
  const person = await aPerson();
  const words = [` ${person.email?.toUpperCase()} `, "admin"];
  expect(await grantFromWords(words)).toMatch(/ is admin from their next page on/);
  expect((await findActor(person.id))?.grants).toEqual([{ role: "admin", spaceId: null }]);
  expect(await linesAbout(person.id)).toEqual([
    { action: "role.granted", actorId: null, spaceId: null, after: { role: "admin" } },
  ]);
});

test("a host is named for one space by its address; a second time changes nothing", async () => {
  const [person, space] = [await aPerson(), await aSpace()];
  const words = [person.email ?? "", "host", space.slug];
  expect(await grantFromWords(words)).toContain(`is host of ${space.slug}`);
  expect(await grantFromWords(words)).toContain("nothing was changed");
  expect((await findActor(person.id))?.grants).toEqual([{ role: "host", spaceId: space.id }]);
  expect(await linesAbout(person.id)).toHaveLength(1);
});

test("somebody who never signed in is asked to, not created", async () => {
  const email = anEmail();
  await expect(grantFromWords([email, "staff"])).rejects.toThrow(
    /Nobody has signed in as .*\/connexion/,
  );
  expect(await db.person.count({ where: { email } })).toBe(0);
});

test.each([
  [],
  ["membre"],
  ["a@exemple.test"],
  ["a@exemple.test", "maire"],
  ["a@b.fr", "staff", "x", "y"],
])("%j is answered with how to write it", async (...words) => {
  await expect(grantFromWords(words)).rejects.toThrow(/^Write: npm run role:grant -- EMAIL/);
});

test("a host without a space, or of an unknown one, is told which there are; staff has none", async () => {
  const [{ id, email }, space] = [await aPerson(), await aSpace()];
  for (const words of [["host"], ["host", "nulle-part"]]) {
    await expect(grantFromWords([email ?? "", ...words])).rejects.toThrow(space.slug);
  }
  await expect(grantFromWords([email ?? "", "staff", space.slug])).rejects.toThrow(
    /of the whole network/,
  );
  expect(await db.roleGrant.count({ where: { personId: id } })).toBe(0);
});
