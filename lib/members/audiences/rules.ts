import {
  type Audience,
  type Audiences,
  audiencesColumn,
  fieldsOfPart,
  type ProfileField,
  type ProfilePart,
  profileFields,
} from "./schema";

/** What somebody is to the owner of a profile; `hidden` = one of the two blocked the other. */
export type Relation = "self" | "host" | "member" | "visitor" | "hidden";

/** The audiences a field may have for somebody of that relation to see it. */
const seen: Record<Relation, readonly Audience[]> = {
  self: ["me", "hosts", "members", "everyone"],
  host: ["hosts", "members", "everyone"],
  member: ["members", "everyone"],
  visitor: ["everyone"],
  hidden: [],
};

export type StoredAudiences = {
  audiences: unknown;
  textHiddenAt: Date | null;
  photoHiddenAt: Date | null;
};

/** The parts of a profile that moderators hid. */
export function hiddenParts(stored: Omit<StoredAudiences, "audiences"> | null): ProfilePart[] {
  const parts: ProfilePart[] = stored?.textHiddenAt ? ["text"] : [];
  return stored?.photoHiddenAt ? [...parts, "photo"] : parts;
}

/** To whom each field is open now: as its owner chose, but for what moderators hid, open to nobody else. */
export function openAudiences(stored: StoredAudiences | null | undefined): Audiences {
  const chosen: Audiences = audiencesColumn.parse(stored?.audiences ?? {});
  const hidden = hiddenParts(stored ?? null).flatMap((part) => fieldsOfPart[part]);
  return { ...chosen, ...Object.fromEntries(hidden.map((field) => [field, "me" as const])) };
}

export type RelationFacts = {
  viewerId: string | null;
  ownerId: string;
  isBlocked: boolean;
  /** Host of a space the owner belongs to, or comes to. */
  isHost: boolean;
};

/** What the viewer is to the owner; a block between the two goes before all but being oneself. */
export function relationOf({ viewerId, ownerId, isBlocked, isHost }: RelationFacts): Relation {
  if (viewerId === ownerId) return "self";
  if (isBlocked) return "hidden";
  if (viewerId === null) return "visitor";
  return isHost ? "host" : "member";
}

/** Whether a field with that audience (left out = only its owner) is for somebody of that relation. */
export function isVisible(audience: Audience | undefined, relation: Relation): boolean {
  return seen[relation].includes(audience ?? "me");
}

/** The fields somebody of that relation sees. */
export function visibleFields(audiences: Audiences, relation: Relation): ProfileField[] {
  return profileFields.filter((field) => isVisible(audiences[field], relation));
}

/** Whether the owner is listed for, and found by, somebody of that relation: the name decides. */
export function isListed(audiences: Audiences, relation: Relation): boolean {
  return isVisible(audiences.name, relation);
}
