import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoorPoster } from "@/components/presence/door-poster";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { getPoster } from "@/lib/bookings/presence/queries";
import { spacedCode } from "@/lib/bookings/presence/rules";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { env } from "@/lib/infra/env";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { renewCheckInCodeAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("presence"))("poster.pageTitle") };
}

export default async function PosterPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requirePerson(`/hote/${slug}/affiche`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const { space, code } = await orNotFound(getPoster(actor, slug));
  const [t, host, common] = await Promise.all([
    getTranslations("presence.poster"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const url = `${env().NEXTAUTH_URL}/ici/${slug}`;
  return (
    <div className="wrap max-w-[52rem]">
      <div className="no-print">
        <PageHead
          title={t("pageTitle")}
          lead={t("lead")}
          crumbsLabel={common("breadcrumb")}
          crumbs={[
            { label: host("title", { space: space.name }), href: `/hote/${slug}` },
            { label: t("pageTitle") },
          ]}
        />
      </div>
      {code === null ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 no-print">{t("print")}</p>
          <DoorPoster
            name={space.name}
            communeName={space.communeName}
            address={url.replace(/^https?:\/\//, "")}
            url={`${url}?code=${code}`}
            code={spacedCode(code)}
          />
        </>
      )}
      <ActionForm
        action={renewCheckInCodeAction}
        hidden={{ slug }}
        className="mt-6 grid gap-2 no-print"
      >
        <div>
          <SubmitButton
            className={code === null ? "btn btn-primary" : "btn btn-secondary"}
            pending={t("making")}
          >
            {code === null ? t("make") : t("renew")}
          </SubmitButton>
        </div>
        {code === null ? null : <p className="small muted">{t("renewLead")}</p>}
      </ActionForm>
    </div>
  );
}
