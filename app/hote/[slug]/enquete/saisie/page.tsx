import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { EntryPage, type EntryParameters } from "../../../../enquete/_entries/entry-page";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<EntryParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("paper.entry"))("title") };
}

export default async function HostEntryPage({ params, searchParams }: Props) {
  const [{ slug }, parameters, board] = await Promise.all([
    params,
    searchParams,
    getTranslations("board"),
  ]);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  return (
    <EntryPage
      address={{ kind: "space", slug }}
      parameters={parameters}
      crumbs={[{ label: board("tools"), href: `/hote/${slug}` }]}
    />
  );
}
