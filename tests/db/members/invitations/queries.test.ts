import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { inviteToSpace } from "@/lib/members/invitations/commands";
import { listOpenInvitations } from "@/lib/members/invitations/queries";
import { hostOf } from "@/tests/support/actors";
import { daysLater } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";

test("a host sees the codes that wait, never the codes themselves; another host sees nothing", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const made = await inviteToSpace(host, { slug: space.slug, email: "a@exemple.test" }, at);
  const open = await listOpenInvitations(host, space.slug, at);
  expect(open).toMatchObject([{ email: "a@exemple.test" }]);
  expect(JSON.stringify(open)).not.toContain(made.ok ? made.value.code : "none");
  expect(await listOpenInvitations(host, space.slug, daysLater(14))).toEqual([]);
  const other = await hostOf(await aSpace());
  await expect(listOpenInvitations(other, space.slug, at)).rejects.toThrow(NotFound);
});
