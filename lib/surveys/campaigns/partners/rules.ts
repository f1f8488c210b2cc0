import { ok, type Result, refuse } from "@/lib/core/result";
import type { PartnerRefusal } from "../changes/schema";
import { ownSources } from "../rules";
import type { Partner } from "../schema";

const mostPartners = 200;
const codePattern = /^[a-z0-9][a-z0-9_-]{0,29}$/;
/** Letters, figures and hyphens: what stands here is sent in a header as it is. */
const hostPattern = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/;

/**
 * The origin somebody wrote, `https://host` with a port where there is one; null for anything with a path,
 * a password, a joker or another scheme. A closing slash is forgiven, so are capitals.
 */
export function originOf(written: string): string | null {
  const text = written.trim().replace(/\/$/, "");
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isBare = url.href === `${url.origin}/` && text.toLowerCase().startsWith("https://");
  return isBare && url.protocol === "https:" && hostPattern.test(url.hostname) ? url.origin : null;
}

/**
 * The partners with one more. Its code is what is kept of where an answer comes from, so that it is short,
 * nobody else's and none of our own sources. Refuses in words what cannot be.
 */
export function withPartner(
  partners: readonly Partner[],
  { code, name, origin: written }: Partner,
): Result<Partner[], PartnerRefusal> {
  const origin = originOf(written);
  if (!origin) return refuse("not_an_origin");
  if (!codePattern.test(code)) return refuse("not_a_code");
  if (ownSources.some((source) => source === code)) return refuse("own_source");
  if (partners.some((each) => each.code === code)) return refuse("same_code");
  if (partners.some((each) => each.origin === origin)) return refuse("same_origin");
  if (partners.length >= mostPartners) return refuse("too_many_partners");
  return ok([...partners, { code, name, origin }]);
}
