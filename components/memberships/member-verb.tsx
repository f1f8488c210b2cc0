import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";

type MemberVerbProps = {
  slug: string;
  personId: string;
  words: { label: string; named: string; working: string };
  action: FormAction;
  className?: string;
};

/** One verb of one membership, as a button that says whose it is. */
export function MemberVerb({
  slug,
  personId,
  words,
  action,
  className = "btn btn-secondary",
}: MemberVerbProps) {
  return (
    <ActionForm action={action} hidden={{ slug, personId }}>
      <SubmitButton className={className} pending={words.working} label={words.named}>
        {words.label}
      </SubmitButton>
    </ActionForm>
  );
}
