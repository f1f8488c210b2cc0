import { z } from "zod";

export const sessionIdInput = z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{32}$/) });
export type SessionIdInput = z.infer<typeof sessionIdInput>;
