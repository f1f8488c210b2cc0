import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { listFramePartners } from "@/lib/surveys/campaigns/partners/queries";
import { startDraft } from "@/lib/surveys/drafts/commands";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

const partner = (code: string) => ({ code, name: code, origin: `https://${code}.example` });
const nextYear = {
  opensAt: new Date("2027-06-14T22:00:00Z"),
  closesAt: new Date("2027-09-15T22:00:00Z"),
};

test("a code is framed by the partners of its campaign, the way in by those of this one and the next", async () => {
  const codesAt = async (opened: string | null, at: Date) =>
    (await listFramePartners(opened, at)).map((each) => each.code);
  expect(await codesAt(null, whileOpen)).toEqual([]);
  const { slug, closesAt } = await aCampaign({ partners: [partner("luzech"), partner("albas")] });
  await aCampaign({ ...nextYear, partners: [partner("albas"), partner("douelle")] });
  const input = { campaign: slug, locale: "fr", network: randomUUID() } as const;
  const started = await startDraft(anonymous, input, whileOpen);
  if (!started.ok) throw new Error(started.refusal);
  const { code } = started.value;
  expect(await codesAt(code, whileOpen)).toEqual(["luzech", "albas"]);
  expect(await codesAt(null, whileOpen)).toEqual(["luzech", "albas"]);
  expect(await codesAt(code, closesAt)).toEqual(["luzech", "albas"]);
  expect(await codesAt(null, closesAt)).toEqual(["luzech", "albas", "douelle"]);
  expect(await codesAt(code, nextYear.opensAt)).toEqual(["luzech", "albas"]);
  // Once the next is open, its own list alone says who shows the way in.
  expect(await codesAt("x".repeat(22), nextYear.opensAt)).toEqual(["albas", "douelle"]);
});
