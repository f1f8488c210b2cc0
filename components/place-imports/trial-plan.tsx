import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { LineProblem, PlannedLine } from "@/lib/spaces/place-imports/schema";

export type TrialWords = {
  id: string;
  /** Of what is shown: confirming does that and nothing else. */
  mark: string;
  source: string;
  date: string;
  lines: PlannedLine[];
  refused: { line: number; text: string; problem: LineProblem }[];
};

/** What a file would do, line by line, what is left and what is refused; and the button that does it. */
export async function TrialPlan({ trial, action }: { trial: TrialWords; action: FormAction }) {
  const t = await getTranslations("placeImports");
  const of = (does: PlannedLine["does"]) => trial.lines.filter((line) => line.does === does);
  const [made, changed, left] = [of("make"), of("change"), of("leave")];
  const counts = {
    ...{ made: made.length, changed: changed.length },
    ...{ left: left.length, refused: trial.refused.length },
  };
  return (
    <>
      <p className="mt-4">{t("planSource", { source: trial.source, date: trial.date })}</p>
      <p className="mt-2">{t("counts", counts)}</p>
      {made.length + changed.length > 0 ? (
        <ActionForm action={action} hidden={{ id: trial.id, mark: trial.mark }} className="mt-4">
          <SubmitButton pending={t("confirming")}>{t("confirm")}</SubmitButton>
        </ActionForm>
      ) : (
        <p className="mt-4">{t("nothing")}</p>
      )}
      <Lines id="creer" title={t("make")} lines={made} sayLine={(line) => t("line", { line })} />
      <Lines
        id="modifier"
        title={t("change")}
        lines={changed}
        sayLine={(line) => t("line", { line })}
      />
      <Lines
        id="laisser"
        title={t("leave")}
        lines={left}
        sayLine={(line) => t("line", { line })}
        sayWhy={(one) =>
          one.does === "leave" ? t(`because.${one.because}`, { like: one.like }) : null
        }
      />
      {trial.refused.length > 0 ? (
        <Section id="refuser" title={t("refused")} className="mt-8">
          <ul className="import-lines">
            {trial.refused.map(({ line, text, problem }) => (
              <li key={line}>
                {t("line", { line })} – {t(`problems.${problem}`)}
                <br />
                <code>{text}</code>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

type LinesProps = {
  id: string;
  title: string;
  lines: PlannedLine[];
  sayLine: (line: number) => string;
  sayWhy?: (line: PlannedLine) => ReactNode;
};

function Lines({ id, title, lines, sayLine, sayWhy }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Section id={id} title={title} className="mt-8">
      <ul className="import-lines">
        {lines.map((one) => {
          const { name, communeName, address } = one.place;
          const why = sayWhy?.(one);
          return (
            <li key={one.line}>
              {sayLine(one.line)} – <strong>{name}</strong>,{" "}
              {address ? `${address}, ${communeName}` : communeName}
              {why ? <> – {why}</> : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
