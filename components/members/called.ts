import type { getTranslations } from "next-intl/server";

type CommonWords = Awaited<ReturnType<typeof getTranslations<"common">>>;

/** What somebody is called on a page: their name, a member without one, or somebody who has left. */
export function calledBy(
  { name, isGone }: { name: string | null; isGone: boolean },
  common: CommonWords,
): string {
  return isGone ? common("gone") : name || common("someone");
}
