import { z } from "zod";
import { campaignSlug } from "../campaigns/changes/schema";
import { versionAddress } from "../versions/schema";

/** Answers invented in a preview, as its address carries them from step to step: nothing is stored. */
export const previewAnswers = z.record(
  z.string().max(60),
  z.union([z.string().max(200), z.number(), z.array(z.string().max(130)).max(400)]),
);

export const previewStepInput = z
  .object({
    ...versionAddress.shape,
    /** Whose texts it is shown in. */
    campaign: campaignSlug.optional(),
    section: z.string().max(60),
    language: z.enum(["fr", "en"]),
    given: z.string().max(12_000).default(""),
    shown: z
      .string()
      .max(4_000)
      .default("")
      .transform((text) => text.split(" ").filter(Boolean)),
  })
  .catchall(z.union([z.string(), z.array(z.string())]));
