import { Check, Circle } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { StepLeft } from "@/lib/members/welcome/queries";
import { stepName } from "./step-words";

const ways = { house_rules: "#reglement", emergency_contact: "#prevenir" } as const;

/** The welcome of a member: each step with a mark and a word, and the way to what one does alone. */
export async function StepsList({ steps }: { steps: StepLeft[] }) {
  const [t, words] = await Promise.all([
    getTranslations("belonging.space"),
    getTranslations("belonging.steps"),
  ]);
  if (steps.length === 0) return <p className="muted">{t("noSteps")}</p>;
  return (
    <ul className="welcome-steps">
      {steps.map((step) => {
        const way =
          step.kind === "house_rules" || step.kind === "emergency_contact" ? ways[step.kind] : null;
        const Icon = step.isDone ? Check : Circle;
        return (
          <li key={step.id}>
            <Icon size={20} strokeWidth={1.75} aria-hidden />
            <div className="min-w-0">
              <p className="font-bold break-words">
                {way ? <a href={way}>{stepName(step, words)}</a> : stepName(step, words)}
              </p>
              <p className="small muted">
                {step.isDone ? t("done") : t("toDo")}
                {!step.isDone && step.isTickedByHost ? `, ${t("byHost")}` : ""}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
