import { z } from "zod";

/** What is typed; whether it is a code at all is part of the one answer. */
export const useCodeInput = z.strictObject({ code: z.string().trim().min(1).max(60) });

/** One refusal for every code that opens nothing: which reason it was helps only an attacker. */
export const codeRefusals = ["code_refused", "too_many_tries"] as const;
export type CodeRefusal = (typeof codeRefusals)[number];
