import { getTranslations } from "next-intl/server";
import type { SpaceResource } from "@/lib/spaces/queries";

type ResourceChoiceProps = {
  resources: SpaceResource[];
  chosen: SpaceResource;
  /** Where choosing one leads. */
  address: (resource: SpaceResource) => string;
};

/** Rooms and booths as links: choosing one shows its hours, without JavaScript too. */
export async function ResourceChoice({ resources, chosen, address }: ResourceChoiceProps) {
  const [t, features] = await Promise.all([
    getTranslations("hours"),
    getTranslations("spaces.features"),
  ]);
  return (
    <section aria-labelledby="quoi">
      <h2 id="quoi" className="mb-3 text-h3">
        {t("chooseResource")}
      </h2>
      <nav className="grid gap-2 sm:grid-cols-3" aria-labelledby="quoi">
        {resources.map((resource) => (
          <a
            key={resource.id}
            className="choice"
            href={address(resource)}
            aria-current={resource.id === chosen.id ? "true" : undefined}
          >
            <b>{resource.name}</b>
            <span className="small">
              {[
                ...(resource.capacity > 1 ? [t("seats", { count: resource.capacity })] : []),
                ...resource.features.map((feature) => features(feature)),
                ...(resource.needsApproval ? [t("needsApproval")] : []),
              ].join(", ")}
            </span>
          </a>
        ))}
      </nav>
    </section>
  );
}
