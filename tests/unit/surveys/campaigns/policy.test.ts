import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canRunCampaigns } from "@/lib/surveys/campaigns/policy";

const somebody = (...grants: Grant[]): Actor => ({
  kind: "person",
  personId: "1",
  email: null,
  name: null,
  locale: "fr",
  grants,
});

test("staff and admins run campaigns; visitors, members, hosts and jobs do not", () => {
  expect(canRunCampaigns(somebody({ role: "staff", spaceId: null }))).toBe(true);
  expect(canRunCampaigns(somebody({ role: "admin", spaceId: null }))).toBe(true);
  expect(canRunCampaigns(somebody({ role: "host", spaceId: "2" }))).toBe(false);
  expect(canRunCampaigns(somebody())).toBe(false);
  expect(canRunCampaigns(anonymous)).toBe(false);
  expect(canRunCampaigns(systemActor("job"))).toBe(false);
});
