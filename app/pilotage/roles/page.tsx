import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NameForm } from "@/components/roles/name-form";
import { RoleList } from "@/components/roles/role-list";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { canGrantRole } from "@/lib/identity/roles/policy";
import { listRoles } from "@/lib/identity/roles/queries";
import { listSpaceNames } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { nameHolderAction, withdrawRoleAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

const doneKeys = { donne: "done.given", retire: "done.withdrawn" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roles"))("title") };
}

export default async function RolesPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([requirePerson("/pilotage/roles"), searchParams]);
  const [roles, spaces, t, reports, common] = await Promise.all([
    orNotFound(listRoles(actor)),
    listSpaceNames(),
    getTranslations("roles"),
    getTranslations("reports"),
    getTranslations("common"),
  ]);
  noteViews(actor, { spaceId: null, screen: "roles", people: roles });
  const done = fait === "donne" || fait === "retire" ? doneKeys[fait] : null;
  const ofNetwork = (["admin", "staff"] as const).map((role) => ({
    id: role,
    title: t(`held.${role}`),
    held: roles.filter((each) => each.role === role),
  }));
  const bySpace = spaces.map(({ id, name }) => ({
    id: `lieu-${id}`,
    title: t("hostsOf", { space: name }),
    held: roles.filter(({ space }) => space?.id === id),
  }));
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      {done ? (
        <Message tone="ok" role="status">
          {t(done)}
        </Message>
      ) : null}
      <Section id="donner" title={t("giveTitle")}>
        <NameForm
          spaces={spaces}
          mayNameStaff={canGrantRole(actor, "admin")}
          action={nameHolderAction}
        />
      </Section>
      {[...ofNetwork, ...bySpace].map(({ id, title, held }) => (
        <Section key={id} id={id} title={title}>
          {held.length === 0 ? <p className="muted">{t("nobody")}</p> : null}
          <RoleList roles={held} withdraw={withdrawRoleAction} />
        </Section>
      ))}
    </div>
  );
}
