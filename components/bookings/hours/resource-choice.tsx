import { getTranslations } from "next-intl/server";
import type { SpaceResource } from "@/lib/spaces/queries";
import { PeopleField } from "../people-field";

type ResourceChoiceProps = {
  resources: SpaceResource[];
  chosen: SpaceResource | null;
  /** How many will come; null = unsaid. */
  people: number | null;
  /** What the form that asks how many keeps of the address. */
  kept: Record<string, string>;
  /** Where choosing one leads. */
  address: (resource: SpaceResource) => string;
};

/** Rooms and booths as links, those too small said so: choosing one shows its hours, without JavaScript too. */
export async function ResourceChoice(props: ResourceChoiceProps) {
  const { resources, chosen, address, people, kept } = props;
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
            aria-current={resource.id === chosen?.id ? "true" : undefined}
          >
            <b>{resource.name}</b>
            <span className="small">
              {[
                ...(resource.capacity > 1 ? [t("seats", { count: resource.capacity })] : []),
                ...resource.features.map((feature) => features(feature)),
                ...(resource.needsApproval ? [t("needsApproval")] : []),
                ...(people !== null && resource.capacity < people
                  ? [t("tooSmall", { count: people })]
                  : []),
              ].join(", ")}
            </span>
          </a>
        ))}
      </nav>
      {resources.some(({ capacity }) => capacity > 1) ? (
        <form
          action="/reserver/heures"
          method="get"
          className="mt-4 flex flex-wrap items-end gap-3"
        >
          {Object.entries(kept).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <PeopleField people={people} />
          <button className="btn btn-secondary min-h-12" type="submit">
            {t("showPeople")}
          </button>
        </form>
      ) : null}
    </section>
  );
}
