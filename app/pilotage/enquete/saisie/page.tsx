import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntryPage, type EntryParameters } from "../../../enquete/_entries/entry-page";

type Props = { searchParams: Promise<EntryParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paper.entry"))("title") };
}

export default async function StaffEntryPage({ searchParams }: Props) {
  const [parameters, reports, campaigns] = await Promise.all([
    searchParams,
    getTranslations("reports"),
    getTranslations("campaigns"),
  ]);
  return (
    <EntryPage
      address={{ kind: "staff" }}
      parameters={parameters}
      crumbs={[
        { label: reports("pageTitle"), href: "/pilotage" },
        { label: campaigns("title"), href: "/pilotage/enquete" },
      ]}
    />
  );
}
