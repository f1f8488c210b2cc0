import { MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Avatar } from "@/components/members/avatar";
import { BlockPanel } from "@/components/members/block-panel";
import { PersonDetails } from "@/components/members/person-details";
import { PageHead } from "@/components/ui/page-head";
import { getPerson } from "@/lib/members/profiles/queries";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { blockPersonAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

const readPerson = cache(async (id: string) =>
  orNotFound(currentActor().then((actor) => getPerson(actor, id))),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { content } = await readPerson((await params).id);
  // A card open to everyone is for who comes by here, not for search engines to keep.
  return { title: content.name, robots: { index: false } };
}

export default async function PersonPage({ params }: Props) {
  const { id, relation, hostedIn, content } = await readPerson((await params).id);
  noteViews(await currentActor(), {
    spaceId: hostedIn,
    screen: "profile",
    people: [{ personId: id }],
  });
  const [t, common] = await Promise.all([getTranslations("directory"), getTranslations("common")]);
  const isOther = relation === "member" || relation === "host";
  return (
    <div className="wrap">
      <PageHead
        title={content.name}
        lead={content.activity ?? undefined}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("menu"), href: "/membres" }, { label: content.name }]}
      >
        {isOther ? (
          <a className="btn btn-primary" href={`/messages/nouveau?a=${id}`}>
            <MessageSquare size={18} strokeWidth={1.75} aria-hidden />
            <span aria-hidden="true">{t("write")}</span>
            <span className="sr-only">{t("writeLabel", { name: content.name })}</span>
          </a>
        ) : null}
        {relation === "self" ? (
          <p>
            {t("person.self")}{" "}
            <a href="/mon-espace/profil/apercu?pour=membres">{t("person.asSeen")}</a>
          </p>
        ) : null}
      </PageHead>
      <Avatar id={id} name={content.name} photo={content.photo} isLarge />
      <PersonDetails content={content} />
      {isOther ? <BlockPanel id={id} name={content.name} block={blockPersonAction} /> : null}
    </div>
  );
}
