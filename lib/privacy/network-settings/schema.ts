import { z } from "zod";

/** What the law wants a publisher to say, one line each (law for confidence in the digital economy, article 1-1). */
export const networkSettingKeys = [
  "publisherName",
  "publisherAddress",
  "publisherPhone",
  "contactEmail",
  "publicationDirector",
  "hostingName",
  "hostingAddress",
  "hostingPhone",
  "mailProviderName",
  "dataProtectionContact",
] as const;
export type NetworkSettingKey = (typeof networkSettingKeys)[number];
export type NetworkSettings = Record<NetworkSettingKey, string>;

const line = z
  .string()
  .trim()
  .max(300)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), { message: "invalidValue" })
  .default("");

export const networkSettingsInput = z.strictObject({
  publisherName: line,
  publisherAddress: line,
  publisherPhone: line,
  contactEmail: line,
  publicationDirector: line,
  hostingName: line,
  hostingAddress: line,
  hostingPhone: line,
  mailProviderName: line,
  dataProtectionContact: line,
});
