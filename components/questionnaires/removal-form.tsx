import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";

type RemovalFormProps = {
  lead: string;
  /** « question profil » or « section vous ». */
  target: string;
  hidden: Record<string, string>;
  submit: string;
  action: FormAction;
};

/** Takes a question or a group away, with what follows said before. */
export async function RemovalForm({ lead, target, hidden, submit, action }: RemovalFormProps) {
  const t = await getTranslations("questionnaires");
  return (
    <ActionForm action={action} hidden={{ ...hidden, remove: target }} className="grid gap-3">
      <p>{lead}</p>
      <p>
        <SubmitButton className="btn btn-danger" pending={t("saving")}>
          {submit}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}
