import { z } from "zod";
import type { SurveySource } from "../sources/schema";

/** Where somebody enters the survey for others: staff, a space its host runs, a town hall's delegate. */
export type DeskAddress =
  | { kind: "staff" }
  | { kind: "space"; slug: string }
  | { kind: "town_hall"; organisationId: string };

export type Desk = {
  address: DeskAddress;
  name: string;
  /** Where its entries come from; null where one says so for each: staff enter for everybody. */
  source: SurveySource | null;
  /** Of a space, for the journal. */
  spaceId: string | null;
  commune: { insee: string; name: string } | null;
};

const prefixes = { space: "lieu:", town_hall: "mairie:" } as const;

/** A desk as a form says it: `agent`, `lieu:la-cale`, `mairie:<id>`. */
export function deskText(address: DeskAddress): string {
  if (address.kind === "staff") return "agent";
  return address.kind === "space"
    ? `${prefixes.space}${address.slug}`
    : `${prefixes.town_hall}${address.organisationId}`;
}

export const deskField = z
  .string()
  .max(120)
  .transform((text, context): DeskAddress => {
    if (text === "agent") return { kind: "staff" };
    const [, kind, rest = ""] = /^(lieu|mairie):(.+)$/.exec(text) ?? [];
    if (kind === "lieu" && /^[a-z0-9-]{1,80}$/.test(rest)) return { kind: "space", slug: rest };
    if (kind === "mairie" && z.uuid().safeParse(rest).success) {
      return { kind: "town_hall", organisationId: rest };
    }
    context.addIssue({ code: "custom", message: "required" });
    return z.NEVER;
  });
