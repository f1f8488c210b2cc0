import { getTranslations } from "next-intl/server";
import type { Space } from "@/lib/spaces/queries";

/** Whether the place is real and who says so. */
export async function Provenance({ space }: { space: Space }) {
  const t = await getTranslations("spaces");
  return (
    <p className="small muted mt-4">
      {space.isDemonstration ? t("demonstrationNote") : null}
      {space.source ? t("realNote", { source: space.source.title, date: space.source.date }) : null}
    </p>
  );
}
