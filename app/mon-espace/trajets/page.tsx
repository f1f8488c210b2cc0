import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CommuteAgreement } from "@/components/travel/commute-agreement";
import { CommuteForm } from "@/components/travel/commute-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { getOwnCommute } from "@/lib/reports/commutes/queries";
import { smallestGroup } from "@/lib/reports/residences/rules";
import { getTravelAssumptions } from "@/lib/reports/travel-assumptions/queries";
import { listCommunes, listSpaceNames } from "@/lib/spaces/queries";
import { requirePerson } from "@/lib/web/session";
import { saveCommuteAction, withdrawCommuteAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

const doneKeys = { enregistre: "saved", retire: "withdrawn" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("travel"))("title") };
}

export default async function TravelPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([requirePerson("/mon-espace/trajets"), searchParams]);
  const [own, { values }, communes, spaces, t, members, common] = await Promise.all([
    getOwnCommute(actor),
    getTravelAssumptions(),
    listCommunes(),
    listSpaceNames(),
    getTranslations("travel"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const { given, because } = own;
  const done = isShown(fait, given !== null) ? doneKeys[fait] : null;
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      />
      {done ? (
        <Message tone="ok" role="status">
          {t(done)}
        </Message>
      ) : null}
      {because ? (
        <Message tone="info">
          <p>{t(`because.${because}`)}</p>
          <p>
            <a className="inline-flex min-h-11 items-center" href="/mon-espace/profil">
              {t("toProfile")}
            </a>
          </p>
        </Message>
      ) : null}
      <Section id="usage" title={t("useTitle")}>
        <ul className="definitions">
          {(["purpose", "who", "back"] as const).map((key) => (
            <li key={key}>{t(`use.${key}`, { count: smallestGroup })}</li>
          ))}
        </ul>
      </Section>
      {given ? (
        <CommuteAgreement
          given={given}
          isCounted={because === null}
          withdraw={withdrawCommuteAction}
        />
      ) : null}
      {because === null ? (
        <CommuteForm
          key={given?.agreedAt.getTime() ?? 0}
          own={own}
          detourFactor={values.detourFactor}
          communes={communes}
          spaces={spaces}
          save={saveCommuteAction}
        />
      ) : null}
    </div>
  );
}

/** What was done is said while it still holds: the address may be opened again later. */
function isShown(fait: unknown, isGiven: boolean): fait is keyof typeof doneKeys {
  return isGiven ? fait === "enregistre" : fait === "retire";
}
