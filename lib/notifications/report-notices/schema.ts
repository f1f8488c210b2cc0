import { z } from "zod";
import { day } from "@/lib/core/day";

/** `YYYY-MM-DD`. */
const localDay = z.string().transform((text) => day(text));

/** For whoever asked: the local days of the report, both included, and where its files are. */
const reportReadyPayload = z.object({ first: localDay, last: localDay, url: z.url() });
export type ReportReadyPayload = z.infer<typeof reportReadyPayload>;

export const reportPayloads = { "report-ready": reportReadyPayload } as const;
