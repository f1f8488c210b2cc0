import type { getTranslations } from "next-intl/server";
import { clockText } from "@/lib/core/day";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { JournalLineView } from "@/lib/identity/journal/readings/queries";
import { detailsOf, type JournalDetail } from "@/lib/identity/journal/readings/rules";
import { viewedPeople } from "@/lib/identity/journal/schema";

export type JournalWording = {
  t: Awaited<ReturnType<typeof getTranslations<"journal">>>;
  locale: Locale;
};

type Key = Parameters<JournalWording["t"]["has"]>[0];
type Said = (key: Key) => string;

/** The sentence of a key that came from a line, null when we have none: lines outlive what wrote them. */
function found({ t }: JournalWording, key: string): string | null {
  // Keys of lines are checked here, at the one place where they meet the typed ones.
  const asked = key as Key;
  return t.has(asked) && typeof t.raw(asked) === "string" ? (t as Said)(asked) : null;
}

export function whoWords({ actor }: JournalLineView, { t }: JournalWording): string {
  return actor ? (actor.name ?? t("unknownPerson")) : t("job");
}

export function actionWords(action: string, wording: JournalWording): string {
  return found(wording, `actions.${action}`) ?? wording.t("otherAction", { action });
}

/** Every action with its sentence, in the order of the sentences. */
export function actionChoices(wording: JournalWording): { value: string; label: string }[] {
  const actions: Record<string, Record<string, string>> = wording.t.raw("actions" as Key);
  return Object.entries(actions)
    .flatMap(([noun, verbs]) =>
      Object.entries(verbs).map(([verb, label]) => ({ value: `${noun}.${verb}`, label })),
    )
    .sort((a, b) => a.label.localeCompare(b.label, wording.locale));
}

/** What a line says changed, thing by thing: its name, and what it was and is. */
export function changeWords(
  line: Pick<JournalLineView, "action" | "before" | "after">,
  wording: JournalWording,
): { label: string; value: string }[] {
  const { t } = wording;
  const seen = line.action === "people.viewed" ? viewedPeople.safeParse(line.after).data : null;
  if (seen) {
    const screen = t(`screens.${seen.screen}`);
    const value = t("seen", { count: seen.people.length, screen });
    return [{ label: t("fields.people"), value }];
  }
  return detailsOf(line.before, line.after).map((detail) => ({
    label: labelOf(detail.path, wording),
    value: valueWords(detail, wording),
  }));
}

function labelOf(path: string, wording: JournalWording): string {
  const key = path.split(".").at(-1) ?? path;
  return found(wording, `fields.${key}`) ?? path;
}

function valueWords({ path, before, after }: JournalDetail, wording: JournalWording): string {
  if (before === undefined) return leafWords(path, after ?? null, wording);
  const was = leafWords(path, before, wording);
  const is = leafWords(path, after ?? null, wording);
  return wording.t("fromTo", { before: was, after: is });
}

function leafWords(
  path: string,
  leaf: string | number | boolean | null,
  wording: JournalWording,
): string {
  const { t, locale } = wording;
  if (leaf === null || leaf === "") return t("nothing");
  if (typeof leaf === "boolean") return t(leaf ? "yes" : "no");
  if (typeof leaf === "string")
    return leaf in roles ? t(`roles.${leaf as keyof typeof roles}`) : leaf;
  const isOnTheWall = /(Minute|Boundary)$/.test(path) && Number.isInteger(leaf) && leaf >= 0;
  return isOnTheWall ? clockText(leaf) : formatNumber(leaf, locale, 4);
}

const roles = { host: 1, staff: 1, admin: 1 } as const;
