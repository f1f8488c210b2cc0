import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { organisationInput } from "@/lib/members/organisations/schema";
import { EntryPage, type EntryParameters } from "../../../../enquete/_entries/entry-page";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<EntryParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paper.entry"))("title") };
}

export default async function TownHallEntryPage({ params, searchParams }: Props) {
  const [{ id }, parameters, members, own] = await Promise.all([
    params,
    searchParams,
    getTranslations("members"),
    getTranslations("belonging.ownOrganisations"),
  ]);
  if (!organisationInput.safeParse({ organisationId: id }).success) notFound();
  return (
    <EntryPage
      address={{ kind: "town_hall", organisationId: id }}
      parameters={parameters}
      crumbs={[
        { label: members("title"), href: "/mon-espace" },
        { label: own("title"), href: "/mon-espace/organisations" },
      ]}
    />
  );
}
