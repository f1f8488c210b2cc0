import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";

type DemoAccountsProps = {
  action: FormAction;
  suite: string | undefined;
  labels: {
    title: string;
    lead: string;
    member: string;
    host: string;
    staff: string;
    admin: string;
    pending: string;
  };
};

export function DemoAccounts({ action, suite, labels }: DemoAccountsProps) {
  const accounts = [
    { email: "membre@demo.test", label: labels.member },
    { email: "hote@demo.test", label: labels.host },
    { email: "agent@demo.test", label: labels.staff },
    { email: "admin@demo.test", label: labels.admin },
  ];
  return (
    <section className="panel grid gap-3" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className="text-h3">
        {labels.title}
      </h2>
      <p className="muted small">{labels.lead}</p>
      {accounts.map((account) => (
        <ActionForm key={account.email} action={action} hidden={{ compte: account.email, suite }}>
          <SubmitButton className="btn btn-secondary btn-wide" pending={labels.pending}>
            {account.label}
          </SubmitButton>
        </ActionForm>
      ))}
    </section>
  );
}
