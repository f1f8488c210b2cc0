import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";

type BlockPanelProps = { id: string; name: string; block: FormAction };

/** Report to the moderators, or block: opened first, then confirmed, with what it means between the two. */
export async function BlockPanel({ id, name, block }: BlockPanelProps) {
  const t = await getTranslations("directory.block");
  return (
    <Section id="bloquer" title={t("title")} className="no-print">
      <p>
        <a className="inline-flex min-h-11 items-center" href={`/signaler?personne=${id}`}>
          {t("report")}
        </a>
      </p>
      <details>
        <summary className="btn btn-quiet">{t("open", { name })}</summary>
        <p className="max-w-measure mb-4">{t("about", { name })}</p>
        <ActionForm action={block} hidden={{ personId: id }}>
          <SubmitButton className="btn btn-danger" pending={t("pending")}>
            {t("confirm")}
          </SubmitButton>
        </ActionForm>
      </details>
    </Section>
  );
}
