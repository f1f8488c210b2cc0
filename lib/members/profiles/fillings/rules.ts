import type { Audiences, ProfileField } from "../../audiences/schema";
import type { Filled, Filling, FillingItem } from "./schema";

/** What the profile says now. */
export type Said = {
  communeId: string | null;
  usualSpaceId: string | null;
  rhythm: string | null;
  skills: readonly string[];
};

const fieldOf: Record<FillingItem, ProfileField> = {
  commune: "commune",
  space: "usualSpace",
  rhythm: "rhythm",
  skills: "skills",
};

/**
 * Fills what is empty of a profile and leaves what its owner said. What is filled is for oneself alone,
 * whatever the field was open to before: nobody opens what they have not seen there.
 */
export function decideFilling(
  filling: Filling,
  said: Said,
  audiences: Audiences,
): Filled & { columns: Partial<Said>; audiences: Audiences } {
  const given = (Object.keys(fieldOf) as FillingItem[]).filter(
    (item) => filling[item] !== undefined,
  );
  const isEmpty: Record<FillingItem, boolean> = {
    commune: said.communeId === null,
    space: said.usualSpaceId === null,
    rhythm: said.rhythm === null,
    skills: said.skills.length === 0,
  };
  const filled = given.filter((item) => isEmpty[item]);
  const closed = filled.map((item) => fieldOf[item]);
  const columns: Partial<Said> = {
    ...(filled.includes("commune") ? { communeId: filling.commune ?? null } : {}),
    ...(filled.includes("space") ? { usualSpaceId: filling.space ?? null } : {}),
    ...(filled.includes("rhythm") ? { rhythm: filling.rhythm ?? null } : {}),
    ...(filled.includes("skills") ? { skills: filling.skills ?? [] } : {}),
  };
  const left = Object.entries(audiences).filter(
    ([field]) => !closed.some((each) => each === field),
  );
  return {
    filled,
    left: given.filter((item) => !isEmpty[item]),
    columns,
    audiences: Object.fromEntries(left),
  };
}
