import { z } from "zod";

export const blockInput = z.strictObject({ personId: z.uuid() });
export type BlockInput = z.infer<typeof blockInput>;
