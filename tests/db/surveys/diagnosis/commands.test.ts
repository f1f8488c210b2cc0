import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { changeAssumptions, markOfValues } from "@/lib/surveys/diagnosis/commands";
import { valuesOf } from "@/lib/surveys/diagnosis/rules";
import { assumptions, changeAssumptionsInput } from "@/lib/surveys/diagnosis/schema";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace } from "@/tests/support/factories";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { aCampaign } from "@/tests/support/surveys";

const usual = assumptions.parse({});
const markOf = (given: typeof usual) => markOfValues(valuesOf(surveyOfTheValley(), given));
const usualMark = markOf(usual);
const typed = (values: Record<string, string>, slug: string, mark = usualMark) =>
  changeAssumptionsInput.parse({ slug, mark, ...values });
const storedOf = async (slug: string) =>
  assumptions.parse((await db.campaign.findUniqueOrThrow({ where: { slug } })).assumptions);

test("what is supposed is said anew, with a comma or a point, and the journal keeps what it was", async () => {
  const staff = await aStaffMember();
  const { slug, id } = await aCampaign();
  const said = typed({ targetOccupancy: "0,6", openDaysPerMonth: "22" }, slug);
  expect(await changeAssumptions(staff, said)).toEqual({ ok: true, value: null });
  expect(await storedOf(slug)).toMatchObject({ targetOccupancy: 0.6, openDaysPerMonth: 22 });
  const line = await db.journalEntry.findFirstOrThrow({ where: { subjectId: id } });
  expect(line).toMatchObject({
    action: "survey.assumptions_changed",
    before: { targetOccupancy: 0.7, openDaysPerMonth: 21 },
    after: { targetOccupancy: 0.6, openDaysPerMonth: 22 },
  });
});

test("a value that cannot be is refused by name and nothing changes", async () => {
  const { slug } = await aCampaign();
  const said = typed({ targetOccupancy: "7", openDaysPerMonth: "22" }, slug);
  const answer = await changeAssumptions(await aStaffMember(), said);
  expect(answer).toEqual({ ok: false, refusal: "out_of_bounds", data: ["targetOccupancy"] });
  expect(await storedOf(slug)).toEqual(usual);
});

test("of two who change it at once, the second reads the first before writing over it", async () => {
  const { slug } = await aCampaign();
  const [one, other] = await Promise.all([aStaffMember(), aStaffMember()]);
  const answers = await Promise.all([
    changeAssumptions(one, typed({ hourPrice: "4" }, slug)),
    changeAssumptions(other, typed({ hourPrice: "5" }, slug)),
  ]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: "changed_since" });
});

test("saying the same again writes nothing", async () => {
  const { slug, id } = await aCampaign();
  await changeAssumptions(await aStaffMember(), typed({}, slug));
  expect(await db.journalEntry.count({ where: { subjectId: id } })).toBe(0);
});

test("members and hosts change nothing, an unknown campaign is not found", async () => {
  const { slug } = await aCampaign();
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    await expect(changeAssumptions(actor, typed({}, slug))).rejects.toThrow(NotFound);
  }
  const unknown = changeAssumptions(await aStaffMember(), typed({}, "none"));
  await expect(unknown).rejects.toThrow(NotFound);
});

test("what is changed is dated by the local day, what is not keeps its date", async () => {
  const staff = await aStaffMember();
  const { slug } = await aCampaign();
  const lateEvening = new Date("2026-07-13T22:30:00Z");
  await changeAssumptions(staff, typed({ targetOccupancy: "0,6" }, slug), lateEvening);
  const mark = markOf(await storedOf(slug));
  const later = new Date("2026-08-01T10:00:00Z");
  const said = typed({ targetOccupancy: "0,6", hourPrice: "4" }, slug, mark);
  await changeAssumptions(staff, said, later);
  const { assumedOn } = await db.campaign.findUniqueOrThrow({ where: { slug } });
  expect(assumedOn).toEqual({ targetOccupancy: "2026-07-14", hourPrice: "2026-08-01" });
});

test("the weight of an intent is said anew, dated and journalled as any other value", async () => {
  const { slug, id } = await aCampaign();
  const at = new Date("2026-07-14T10:00:00Z");
  const said = typed({ intentWeight_certain: "0,5", intentWeight_probable: "0,3" }, slug);
  expect(await changeAssumptions(await aStaffMember(), said, at)).toMatchObject({ ok: true });
  expect(await storedOf(slug)).toEqual({ ...usual, intentWeights: { certain: 0.5 } });
  const { assumedOn } = await db.campaign.findUniqueOrThrow({ where: { slug } });
  expect(assumedOn).toEqual({ intentWeight_certain: "2026-07-14" });
  expect(await db.journalEntry.findFirstOrThrow({ where: { subjectId: id } })).toMatchObject({
    before: { intentWeight_certain: 0.6 },
    after: { intentWeight_certain: 0.5 },
  });
});

test("a weight above one and occupancies out of order are refused, each with its reason", async () => {
  const { slug } = await aCampaign();
  const staff = await aStaffMember();
  expect(await changeAssumptions(staff, typed({ intentWeight_possible: "1,2" }, slug))).toEqual({
    ok: false,
    refusal: "out_of_bounds",
    data: ["intentWeight_possible"],
  });
  const crossed = typed({ fewestDesksOccupancy: "0,6", targetOccupancy: "0,7" }, slug);
  expect(await changeAssumptions(staff, crossed)).toMatchObject({
    refusal: "occupancies_not_in_order",
  });
  expect(await storedOf(slug)).toEqual(usual);
});

test("what a campaign stored of a value nobody supposes any more is left out", async () => {
  const { slug } = await aCampaign({
    assumptions: { workWeeksPerYear: 44, hourPrice: 4 },
    assumedOn: { workWeeksPerYear: "2026-06-01", hourPrice: "2026-06-02" },
  });
  const mark = markOf({ ...usual, hourPrice: 4 });
  const at = new Date("2026-07-14T10:00:00Z");
  await changeAssumptions(await aStaffMember(), typed({ hourPrice: "5" }, slug, mark), at);
  const { assumedOn } = await db.campaign.findUniqueOrThrow({ where: { slug } });
  expect(assumedOn).toEqual({ hourPrice: "2026-07-14" });
});
