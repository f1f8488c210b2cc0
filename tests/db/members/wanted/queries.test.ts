import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addDays } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { searchTextOf } from "@/lib/members/ads/rules";
import { findWanted } from "@/lib/members/wanted/queries";
import { aMember } from "@/tests/support/actors";
import { mondayMorning as at, tuesday } from "@/tests/support/factories";
import { anAd, block } from "@/tests/support/mutual-help";

test("two others ask for what a member can do: told to that member, not of themselves, closed or blocked", async () => {
  const offer = `savoir${randomUUID().replaceAll("-", "")}`;
  const [member, one, other, blocked] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  await db.profile.create({ data: { personId: member.personId, skills: [offer] } });
  const words = { title: `Qui sait ${offer} ?`, text: "Une heure." };
  const asked = (personId: string, more = {}) =>
    anAd(personId, { ...words, searchText: searchTextOf(words), ...more });
  expect(await findWanted(member, at)).toBeNull();
  await asked(one.personId);
  await asked(other.personId);
  await asked(member.personId);
  await asked(blocked.personId);
  await block(member.personId, blocked.personId);
  await asked((await aMember()).personId, { closedAt: at });
  await asked((await aMember()).personId, { until: addDays(tuesday, -10) });
  await asked((await aMember()).personId, { kind: "offer" });
  expect(await findWanted(member, at)).toEqual({ offer, people: 2 });
  expect(await findWanted(one, at)).toBeNull();
});
