import { getTranslations } from "next-intl/server";
import { Poster } from "@/components/illustrations/poster";
import type { Space } from "@/lib/spaces/queries";
import type { PosterName } from "@/lib/spaces/schema";

/** The drawing of the space, large, and two of the inside beside it where there is room. */
export async function SpacePosters({ space }: { space: Space }) {
  const t = await getTranslations("spaces");
  const label = t("poster", { commune: space.commune.name });
  const side: PosterName[] = ["interieur", "terrasse"];
  return (
    <div className="grid gap-2 md:h-96 md:grid-cols-[2fr_1fr]">
      <div className="relative aspect-[3/2] overflow-hidden rounded-control md:aspect-auto">
        <Poster name={space.poster} label={label} note={t("posterNote")} />
      </div>
      <div className="only-wide grid h-96 grid-rows-2 gap-2">
        {side.map((name, index) => (
          <div
            key={name}
            className={index === 1 ? "bank min-h-0" : "min-h-0 overflow-hidden rounded-control"}
          >
            <Poster name={name} label={label} />
          </div>
        ))}
      </div>
    </div>
  );
}
