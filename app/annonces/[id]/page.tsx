import { MessageSquare } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdFacts } from "@/components/ads/ad-facts";
import { OwnAdGestures } from "@/components/ads/own-ad-gestures";
import { CoPresenceList } from "@/components/company/co-presence-list";
import { BlockPanel } from "@/components/members/block-panel";
import { calledBy } from "@/components/members/called";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listCoPresences } from "@/lib/bookings/co-presences/queries";
import { type AdPageView, getAd } from "@/lib/members/ads/queries";
import { adIdInput } from "@/lib/members/ads/schema";
import { networkContact } from "@/lib/web/network-contact";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { blockPersonAction } from "../../membres/[id]/actions";
import { closeAdAction, renewAdAction, reopenAdAction } from "../actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Partial<Record<"publiee" | "modifiee", string | string[]>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ads"))("ad") };
}

export default async function AdPage({ params, searchParams }: Props) {
  const [{ id }, { publiee, modifiee }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/annonces/${id}`);
  if (!adIdInput.safeParse({ adId: id }).success) notFound();
  const [ad, t, common] = await Promise.all([
    orNotFound(getAd(actor, id)),
    getTranslations("ads"),
    getTranslations("common"),
  ]);
  const [meetings, found] = await Promise.all([
    getTranslations("company.meetings"),
    ad.isOwn ? listCoPresences(actor) : [],
  ]);
  const helping = found.filter(({ adId }) => adId === ad.id);
  const done = publiee ? t("published") : t("changed");
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={ad.title}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/annonces" }, { label: t("ad") }]}
      />
      {ad.isOwn && (publiee || modifiee) ? (
        <Message tone="ok" role="status">
          {done}
        </Message>
      ) : null}
      <StateMessage ad={ad} />
      <p className="typed max-w-measure text-lead">{ad.text}</p>
      <div className="mt-6">
        <AdFacts ad={ad} />
      </div>
      {helping.length > 0 ? (
        <Section id="rencontres" title={meetings("coming")}>
          <CoPresenceList found={helping} />
        </Section>
      ) : null}
      {ad.isOwn ? (
        <OwnAdGestures
          ad={ad}
          actions={{ close: closeAdAction, reopen: reopenAdAction, renew: renewAdAction }}
        />
      ) : (
        <>
          <Answer ad={ad} />
          {ad.author.isGone ? null : (
            <BlockPanel
              id={ad.author.id}
              name={calledBy(ad.author, common)}
              block={blockPersonAction}
            />
          )}
        </>
      )}
    </div>
  );
}

async function StateMessage({ ad }: { ad: AdPageView }) {
  if (ad.state === "open") return null;
  const [t, contact] = await Promise.all([getTranslations("ads"), networkContact()]);
  return (
    <div className="mb-5">
      <Message tone="warn">
        {ad.state === "hidden"
          ? t("hiddenBecause", { reason: ad.hideReason ?? "", contact })
          : t("notShown")}
      </Message>
    </div>
  );
}

async function Answer({ ad }: { ad: AdPageView }) {
  if (ad.state !== "open") return null;
  const t = await getTranslations("ads");
  return (
    <div className="mt-6">
      <a className="btn btn-primary" href={`/messages/nouveau?annonce=${ad.id}`}>
        <MessageSquare size={18} strokeWidth={1.75} aria-hidden />
        {t("answer")}
      </a>
      <p className="small muted mt-3 max-w-measure">{t("answerLead")}</p>
      <p className="mt-6">
        <a href={`/signaler?annonce=${ad.id}`}>{t("report")}</a>
      </p>
    </div>
  );
}
