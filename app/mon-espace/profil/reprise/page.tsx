import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { findCarried } from "@/lib/surveys/carried/queries";
import { carriedToken } from "@/lib/web/carried-answers";
import { requirePerson } from "@/lib/web/session";
import { fillProfileAction, leaveCarriedAction } from "./actions";

const address = "/mon-espace/profil/reprise";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveyCarried"))("fillTitle") };
}

/** What was ticked at the end of the survey, once more before it goes into the profile. */
export default async function FillProfilePage() {
  await requirePerson(address);
  const [token, t, members, common] = await Promise.all([
    carriedToken(),
    getTranslations("surveyCarried"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const carried = token ? await findCarried(token) : null;
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("fillTitle")}
        lead={carried ? t("fillLead") : undefined}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("fillTitle") }]}
      />
      {carried ? (
        <>
          <dl className="carried">
            {carried.offers.map(({ item, words }) => (
              <div key={item}>
                <dt>{t(`item.${item}`)}</dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-6 flex flex-wrap gap-4">
            <ActionForm action={fillProfileAction}>
              <SubmitButton pending={t("going")}>{t("fill")}</SubmitButton>
            </ActionForm>
            <ActionForm action={leaveCarriedAction}>
              <SubmitButton className="btn btn-secondary" pending={t("going")}>
                {t("leave")}
              </SubmitButton>
            </ActionForm>
          </div>
        </>
      ) : (
        <EmptyState title={t("nothing")}>
          <a className="btn btn-secondary" href="/mon-espace/profil">
            {t("toProfile")}
          </a>
        </EmptyState>
      )}
    </div>
  );
}
