import { isVisible, type Relation } from "../audiences/rules";
import type { Audiences, ProfileField } from "../audiences/schema";
import type { ProfileContent } from "./schema";

/** A profile of somebody who said nothing. */
export const unsaid: ProfileContent = {
  name: "",
  activity: null,
  situation: null,
  commune: null,
  skills: [],
  teaches: [],
  seeks: [],
  themes: [],
  languages: [],
  links: [],
  usualSpace: null,
  rhythm: null,
  photo: null,
};

/**
 * A link as its reader sees it: the host is the one a browser goes to, so that « аpple.com » with a
 * Cyrillic letter is not read as another (it is « xn--… »); the rest as typed.
 */
export function linkText(link: string): string {
  const { hostname } = new URL(link);
  return link.replace(/^https:\/\/[^/?#\\]*/i, hostname).replace(/\/$/, "");
}

/**
 * What somebody of that relation sees of a profile; null when its owner is not for them to know of: the
 * name decides, whatever else was opened.
 */
export function shownTo(
  content: ProfileContent,
  audiences: Audiences,
  relation: Relation,
): ProfileContent | null {
  if (!isVisible(audiences.name, relation)) return null;
  const see = <Field extends ProfileField>(field: Field): ProfileContent[Field] =>
    isVisible(audiences[field], relation) ? content[field] : unsaid[field];
  return {
    name: content.name,
    activity: see("activity"),
    situation: see("situation"),
    commune: see("commune"),
    skills: see("skills"),
    teaches: see("teaches"),
    seeks: see("seeks"),
    themes: see("themes"),
    languages: see("languages"),
    links: see("links"),
    usualSpace: see("usualSpace"),
    rhythm: see("rhythm"),
    photo: see("photo"),
  };
}
