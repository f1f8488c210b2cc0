import { expect, test } from "vitest";
import { findChosenCampaign } from "@/lib/surveys/campaigns/choices/queries";
import { aCampaign, whileOpen } from "@/tests/support/surveys";

test("the campaign an address names is read, a past one too; any other name is the current one", async () => {
  expect(await findChosenCampaign("none", whileOpen)).toBeNull();
  const past = await aCampaign({
    opensAt: new Date("2025-06-14T22:00:00Z"),
    closesAt: new Date("2025-09-15T22:00:00Z"),
  });
  const open = await aCampaign();
  const draft = await aCampaign({ readyAt: null });
  const chosen = async (named: unknown) => (await findChosenCampaign(named, whileOpen))?.slug;
  expect(await chosen(past.slug)).toBe(past.slug);
  expect(await chosen(open.slug)).toBe(open.slug);
  const others = [undefined, "", "none", "' OR 1=1", "\u0000", draft.slug, [past.slug, past.slug]];
  for (const named of others) expect(await chosen(named)).toBe(open.slug);
});
