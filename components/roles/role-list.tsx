import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { dayOf } from "@/lib/core/day";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { RoleHeld } from "@/lib/identity/roles/queries";
import { networkTimeZone } from "@/lib/spaces/schema";

type RoleListProps = { roles: RoleHeld[]; withdraw: FormAction };

/** Who holds a role, since when and by whom, each with the way to take it back. */
export function RoleList({ roles, withdraw }: RoleListProps) {
  return (
    <ul className="roles">
      {roles.map((held) => (
        <RoleLine key={held.grantId} held={held} withdraw={withdraw} />
      ))}
    </ul>
  );
}

async function RoleLine({ held, withdraw }: { held: RoleHeld; withdraw: FormAction }) {
  const [t, language] = await Promise.all([getTranslations("roles"), getLocale()]);
  const name = held.name ?? held.email ?? t("nameless");
  const on = dayOf(held.grantedAt, networkTimeZone);
  const since = { day: `${formatDay(on, localeOf(language))} ${on.slice(0, 4)}` };
  return (
    <li id={`role-${held.grantId}`} className="role">
      <div className="role-who">
        <b>{name}</b>
        {held.email && held.email !== name ? <span className="small">{held.email}</span> : null}
        <span className="small muted">
          {held.grantedBy ? t("sinceBy", { ...since, name: held.grantedBy }) : t("since", since)}
        </span>
      </div>
      {held.mayWithdraw ? (
        <details className="role-withdraw">
          <summary className="btn btn-quiet" aria-label={t("withdrawNamed", named(name))}>
            {t("withdraw")}
          </summary>
          <ActionForm action={withdraw} hidden={{ grantId: held.grantId }}>
            <p className="mb-3">
              {t(`withdrawing.${held.role}`, { name, space: held.space?.name ?? "" })}
            </p>
            <SubmitButton className="btn btn-danger" pending={t("pending")}>
              {t("confirmWithdraw")}
            </SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </li>
  );
}
