import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { findKeptPerson } from "@/lib/members/kept-people/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aClaimCode, aKeptPerson, daysLater } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

test("a host reads whether a card is out, and until when; of others there is nothing kept", async () => {
  const space = await aSpace();
  const { slug } = space;
  const host = await hostOf(space);
  const personId = await aKeptPerson(host, space);
  expect(await findKeptPerson(host, { slug, personId }, at)).toEqual({
    phone: null,
    codeUntil: null,
  });
  await aClaimCode(host, space, personId);
  const kept = await findKeptPerson(host, { slug, personId }, at);
  expect(kept?.codeUntil).toEqual(daysLater(30));
  expect(await findKeptPerson(host, { slug, personId }, daysLater(30))).toMatchObject({
    codeUntil: null,
  });
  const member = await aMember();
  expect(await findKeptPerson(host, { slug, personId: member.personId }, at)).toBeNull();
  await expect(findKeptPerson(member, { slug, personId }, at)).rejects.toThrow(NotFound);
});
