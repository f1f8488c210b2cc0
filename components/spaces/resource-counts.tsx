import { getTranslations } from "next-intl/server";
import type { Space } from "@/lib/spaces/queries";
import { resourceKinds } from "@/lib/spaces/schema";

/** « 6 postes ouverts », « 1 salle de réunion »: what the space has of each kind. */
export async function ResourceCounts({ space }: { space: Space }) {
  const t = await getTranslations("spaces");
  const counts = resourceKinds
    .map((kind) => ({
      kind,
      count: space.resources.filter((resource) => resource.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
  return (
    <ul className="mt-5 flex flex-wrap gap-2">
      {counts.map(({ kind, count }) => (
        <li key={kind} className="tag">
          {t("resourceCounts", { kind, count })}
        </li>
      ))}
    </ul>
  );
}
