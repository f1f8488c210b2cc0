import { getTranslations } from "next-intl/server";

/** For whoever is signed in: the way to belong to this space. Visitors see the same page for all. */
export async function BelongLink({ slug }: { slug: string }) {
  const t = await getTranslations("belonging.own");
  return (
    <p>
      <a className="btn btn-quiet" href={`/mon-espace/lieux/${slug}`}>
        {t("link")}
      </a>
    </p>
  );
}
