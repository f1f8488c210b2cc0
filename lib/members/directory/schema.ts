import { z } from "zod";
import { parseDay } from "@/lib/core/day";
import { oneLine } from "@/lib/core/plain-text";
import { situations } from "../profiles/schema";
import { themes } from "../themes/schema";

/** People on one page of the directory. */
export const pageLength = 20;
const lastPage = 10_000;

const text = z
  .string()
  .transform((typed) => oneLine(typed.slice(0, 200)).slice(0, 100))
  .catch("");
const insee = z
  .string()
  .regex(/^[0-9A-Za-z]{2,12}$/)
  .nullable()
  .catch(null);

/** The address of a search; what cannot be read of it is as if unsaid. */
export const directorySearch = z.object({
  q: text,
  /** Around that commune: the nearest first. */
  autour: insee,
  domaine: z.enum(themes).nullable().catch(null),
  competence: text,
  situation: z.enum(situations).nullable().catch(null),
  commune: insee,
  /** Slug of their usual space. */
  lieu: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable()
    .catch(null),
  le: z
    .string()
    .transform((typed) => parseDay(typed))
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(lastPage).catch(1),
});
export type DirectorySearch = z.infer<typeof directorySearch>;
