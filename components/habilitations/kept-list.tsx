import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { localeOf } from "@/lib/core/locale";
import type { KeptHabilitation } from "@/lib/members/habilitations/queries";
import { nameIn } from "@/lib/members/habilitations/rules";
import { HabilitationForm } from "./habilitation-form";

type KeptListProps = { kept: KeptHabilitation[]; change: FormAction; withdraw: FormAction };

/** Those of the network: how long each holds, who has it, what asks for it; its form stays folded. */
export async function KeptList({ kept, change, withdraw }: KeptListProps) {
  const [t, language] = await Promise.all([getTranslations("habilitations"), getLocale()]);
  const locale = localeOf(language);
  return (
    <ul className="rows">
      {kept.map((habilitation) => {
        const { id, validMonths, holders, askedBy } = habilitation;
        const name = nameIn(habilitation.name, locale);
        const asked = askedBy.length > 0 ? t("keep.askedBy", { list: askedBy.join(" · ") }) : null;
        return (
          <li key={id} className="grid gap-2">
            <h3 className="break-words text-h4">{name}</h3>
            <p className="muted">
              {[
                validMonths === null ? t("forGood") : t("months", { count: validMonths }),
                t("keep.holders", { count: holders }),
                asked ?? t("keep.askedByNone"),
              ].join(" · ")}
            </p>
            <HabilitationForm action={change} known={{ ...habilitation, shownName: name }} />
            {askedBy.length === 0 ? (
              <ActionForm action={withdraw} hidden={{ habilitationId: id }}>
                <SubmitButton
                  className="btn btn-quiet"
                  pending={t("keep.working")}
                  label={t("keep.withdrawNamed", { name })}
                >
                  {t("keep.withdraw")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
