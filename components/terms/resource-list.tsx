import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { termsKey } from "@/lib/spaces/resources/rules";
import { resourceKinds } from "@/lib/spaces/schema";
import { type Reader, serviceWords, termsInWords } from "./term-words";

/** What may be booked in a space, kind by kind; what is booked alike has its terms once. */
export async function ResourceList({ space, today }: { space: Space; today: Day }) {
  const [t, language] = await Promise.all([getTranslations("terms"), getLocale()]);
  const reader = { t, locale: localeOf(language), today };
  const isOut = ({ inServiceUntil }: SpaceResource) =>
    inServiceUntil !== null && inServiceUntil <= today;
  const out = space.resources.filter(isOut);
  const inService = space.resources.filter((resource) => !isOut(resource));
  return (
    <>
      {resourceKinds.map((kind) => {
        const groups = groupedByTerms(inService.filter((resource) => resource.kind === kind));
        if (groups.length === 0) return null;
        return (
          <Section key={kind} id={`type-${kind}`} title={t(`kindsMany.${kind}`)} className="mt-10">
            <div className="grid gap-8">
              {groups.map((resources) => (
                <Alike key={resources[0]?.id} {...{ resources, space, reader }} />
              ))}
            </div>
          </Section>
        );
      })}
      {out.length > 0 ? (
        <details className="mt-10">
          <summary className="min-h-11">{t("retired", { count: out.length })}</summary>
          <Names {...{ resources: out, space, reader }} />
        </details>
      ) : null}
    </>
  );
}

type AlikeProps = { resources: SpaceResource[]; space: Space; reader: Reader };

/** Resources that are booked alike, then how. */
async function Alike({ resources, space, reader }: AlikeProps) {
  const [first] = resources;
  if (!first) return null;
  return (
    <div className="grid gap-4 md:grid-cols-2 md:gap-8">
      <Names {...{ resources, space, reader }} />
      <div>
        <p className="small font-bold">{reader.t("common", { count: resources.length })}</p>
        <dl className="terms">
          {termsInWords(first, space, reader).map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

async function Names({ resources, space, reader }: AlikeProps) {
  const features = await getTranslations("spaces.features");
  const { t } = reader;
  const nameOf = (id: string) => space.resources.find((each) => each.id === id)?.name ?? "";
  return (
    <ul>
      {resources.map((resource) => {
        const facts = [
          ...(resource.capacity > 1 ? [t("seats", { count: resource.capacity })] : []),
          ...resource.features.map((feature) => features(feature)),
          ...serviceWords(resource, reader),
          ...(resource.sharesWith.length > 0
            ? [t("sharing", { names: resource.sharesWith.map(nameOf).join(", ") })]
            : []),
        ];
        return (
          <li
            key={resource.id}
            className="flex flex-wrap items-center gap-x-3 border-line border-b"
          >
            <a
              className="inline-flex min-h-11 items-center font-bold"
              href={`/hote/${space.slug}/postes/${resource.id}`}
            >
              {resource.name}
            </a>
            {facts.length > 0 ? <span className="small muted">{facts.join(" · ")}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

function groupedByTerms(resources: SpaceResource[]): SpaceResource[][] {
  return [...Map.groupBy(resources, termsKey).values()];
}
