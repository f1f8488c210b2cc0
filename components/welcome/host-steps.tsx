import { Check, Circle } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { StepLeft } from "@/lib/members/welcome/queries";
import { stepName } from "./step-words";

type HostStepsProps = {
  slug: string;
  personId: string;
  steps: StepLeft[];
  /** Version of the rules a host may note as accepted in front of them; null = none to note. */
  rulesVersion: number | null;
  mark: FormAction;
  acceptFor: FormAction;
};

/** The welcome of one member as its host sees it, with the ticks that are the host's. */
export async function HostSteps(props: HostStepsProps) {
  const [space, words] = await Promise.all([
    getTranslations("belonging.space"),
    getTranslations("belonging.steps"),
  ]);
  if (props.steps.length === 0) return <p className="muted">{space("noSteps")}</p>;
  return (
    <ul className="welcome-steps">
      {props.steps.map((step) => {
        const Icon = step.isDone ? Check : Circle;
        return (
          <li key={step.id}>
            <Icon size={20} strokeWidth={1.75} aria-hidden />
            <div className="min-w-0">
              <p className="font-bold break-words">{stepName(step, words)}</p>
              <p className="small muted">{step.isDone ? space("done") : space("toDo")}</p>
              {step.isTickedByHost ? <Tick {...props} step={step} /> : null}
              {step.kind === "house_rules" && !step.isDone ? <RulesFor {...props} /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

async function Tick({ slug, personId, step, mark }: HostStepsProps & { step: StepLeft }) {
  const [t, space, words] = await Promise.all([
    getTranslations("belonging.person"),
    getTranslations("belonging.space"),
    getTranslations("belonging.steps"),
  ]);
  const hidden = { slug, personId, stepId: step.id, isDone: step.isDone ? "0" : "1" };
  const name = stepName(step, words);
  return (
    <ActionForm action={mark} hidden={hidden}>
      <SubmitButton
        className="btn btn-quiet"
        pending={space("accepting")}
        label={t(step.isDone ? "untickNamed" : "tickNamed", { step: name })}
      >
        {t(step.isDone ? "untick" : "tick")}
      </SubmitButton>
    </ActionForm>
  );
}

/** Somebody without a screen reads the rules on paper, and the host notes it. */
async function RulesFor({ slug, personId, rulesVersion, acceptFor }: HostStepsProps) {
  if (rulesVersion === null) return null;
  const [t, space] = await Promise.all([
    getTranslations("belonging.person"),
    getTranslations("belonging.space"),
  ]);
  return (
    <ActionForm action={acceptFor} hidden={{ slug, personId, version: String(rulesVersion) }}>
      <SubmitButton className="btn btn-quiet" pending={space("accepting")}>
        {t("rulesFor")}
      </SubmitButton>
    </ActionForm>
  );
}
