/** What somebody agrees to by opening it, written by triggers wherever it is opened from. */
export const consentPurposes = [
  "presence",
  "member_profile",
  "public_profile",
  "push",
  "travel",
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
