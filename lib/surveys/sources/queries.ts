import { db } from "@/lib/infra/db";
import { ownSources } from "../campaigns/rules";
import type { Partner } from "../campaigns/schema";
import { spaceCode, townHallCode } from "./rules";
import type { SurveySource } from "./schema";

/** Every source of a campaign, each code once: ours, its partners, the town halls of the territory, the spaces. */
export async function listSources(partners: readonly Partner[]): Promise<SurveySource[]> {
  const [communes, spaces] = await Promise.all([
    db.commune.findMany({
      where: { isMember: true },
      select: { name: true },
      orderBy: { name: "asc" },
    }),
    db.space.findMany({ select: { slug: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  const all: SurveySource[] = [
    ...ownSources.map((code) => ({ code, kind: "own" as const, name: "" })),
    ...partners.map(({ code, name }) => ({ code, kind: "partner" as const, name })),
    ...communes.map(({ name }) => ({ code: townHallCode(name), kind: "town_hall" as const, name })),
    ...spaces.map(({ slug, name }) => ({ code: spaceCode(slug), kind: "space" as const, name })),
  ];
  return [...new Map(all.toReversed().map((each) => [each.code, each])).values()].toReversed();
}

/** The source of that code; null for a code that is none, however it is written. */
export async function findSource(
  code: string | undefined,
  partners: readonly Partner[],
): Promise<SurveySource | null> {
  if (code === undefined) return null;
  return (await listSources(partners)).find((each) => each.code === code) ?? null;
}
