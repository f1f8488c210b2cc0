import { expect, test } from "vitest";
import { outcomeOf, reasonOf, spaceToTell } from "@/lib/members/abuse-reports/rules";
import { hideReportedForm, reportAbuseInput, reportForm } from "@/lib/members/abuse-reports/schema";

test("the space of the ad is told first, else where the person works, else the first they joined", () => {
  const of = { adSpaceId: "ad", usualSpaceId: "usual", membershipSpaceIds: ["first", "second"] };
  expect(spaceToTell(of)).toBe("ad");
  expect(spaceToTell({ ...of, adSpaceId: null })).toBe("usual");
  expect(spaceToTell({ ...of, adSpaceId: null, usualSpaceId: null })).toBe("first");
  const nowhere = { adSpaceId: null, usualSpaceId: null, membershipSpaceIds: [] };
  expect(spaceToTell(nowhere)).toBeNull();
});

test("reasons and outcomes that are no more still read", () => {
  expect([reasonOf("fraud"), reasonOf("gone"), reasonOf("__proto__")]).toEqual([
    "fraud",
    "other",
    "other",
  ]);
  expect([outcomeOf("hidden"), outcomeOf(null), outcomeOf("gone")]).toEqual([
    "hidden",
    "closed",
    "closed",
  ]);
});

const reportId = "0197a5c4-0000-7000-8000-000000000001";

test("no form leads away from our pages, and none hides an ad without a reason", () => {
  for (const slug of ["../..", "//evil.test", "a/b", "A"]) {
    expect(reportForm.safeParse({ reportId, slug }).success).toBe(false);
  }
  expect(reportForm.safeParse({ reportId, slug: "faitout-luzech" }).success).toBe(true);
  expect(hideReportedForm.safeParse({ reportId, reason: " \u200b\n" }).success).toBe(false);
  expect(reportAbuseInput.safeParse({ adId: reportId, reason: "no_reason" }).success).toBe(false);
});
