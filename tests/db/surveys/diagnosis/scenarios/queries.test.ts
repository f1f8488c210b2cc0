import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { getScenario } from "@/lib/surveys/diagnosis/scenarios/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aCommune, aSpace } from "@/tests/support/factories";
import { aCampaign, answered, whileOpen } from "@/tests/support/surveys";

test("opening where eleven wish it says who would come, from what is told of stored answers", async () => {
  const { insee } = await aCommune({ isMember: true });
  const { id, slug } = await aCampaign();
  const wish = { interet: "certain", frequence: "quotidien", communes_souhaitees: [insee] };
  await answered(
    id,
    Array.from({ length: 11 }, () => ({ ...wish, commune_residence: insee })),
  );
  const asked = { slug, commune: insee, desks: 4 };
  const { commune, scenario, lacks } = await getScenario(await aStaffMember(), asked, whileOpen);
  expect(commune.insee).toBe(insee);
  expect(scenario).toMatchObject({
    named: { people: 11 },
    homes: [{ communes: [insee], named: 11, minutes: 0 }],
  });
  expect(scenario?.wantedDays).toBeCloseTo(11 * 12, 9);
  expect(lacks).toEqual(["longestTrips", "peak"]);
});

test("with fewer than eleven nothing is told, and it says for want of which tables", async () => {
  const { insee } = await aCommune({ isMember: true });
  const { id, slug } = await aCampaign();
  await answered(id, [
    { interet: "certain", frequence: "quotidien", communes_souhaitees: [insee] },
  ]);
  const asked = { slug, commune: insee, desks: 4 };
  const { scenario, lacks } = await getScenario(await aStaffMember(), asked, whileOpen);
  expect(scenario).toBeNull();
  expect(lacks).toEqual(["demand", "desks", "flows", "longestTrips", "peak"]);
});

test("it is for staff, and for communes of the territory", async () => {
  const [member, other] = [await aCommune({ isMember: true }), await aCommune()];
  const { slug } = await aCampaign();
  const asked = { slug, commune: member.insee, desks: 4 };
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(getScenario(actor, asked, whileOpen)).rejects.toThrow(NotFound);
  }
  const outside = { ...asked, commune: other.insee };
  await expect(getScenario(await aStaffMember(), outside, whileOpen)).rejects.toThrow(NotFound);
});
