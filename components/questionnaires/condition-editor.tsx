import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Fold } from "@/components/ui/fold";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/core/form-state";
import { linesOfCondition } from "@/lib/surveys/edits/conditions/rules";
import type { Condition, Question } from "@/lib/surveys/questionnaires/schema";
import { ConditionLineForm } from "./condition-line-form";
import { conditionWords } from "./condition-words";
import type { Wording } from "./fault-words";

type ConditionEditorProps = {
  /** « question profil » or « section vous ». */
  target: string;
  condition: Condition | undefined;
  /** Questions asked before, which it may look at. */
  before: Question[];
  /** The one a line is being written on; null before it is chosen. */
  about: Question | null;
  hidden: Record<string, string>;
  wording: Wording;
  actions: { addLine: FormAction; changeLines: FormAction; write: FormAction };
};

/** When it is asked: lines joined by all or any, one line more, and the whole as text. */
export async function ConditionEditor({ target, condition, ...props }: ConditionEditorProps) {
  const { before, about, wording, actions } = props;
  const hidden = { ...props.hidden, target };
  const lines = linesOfCondition(condition);
  return (
    <div className="grid gap-5">
      <Said condition={condition} wording={wording} hidden={hidden} action={actions.changeLines} />
      {lines && before.length > 0 ? (
        <ChooseQuestion before={before} about={about} wording={wording} />
      ) : null}
      {lines && about ? (
        <ConditionLineForm
          about={about}
          hidden={hidden}
          wording={wording}
          action={actions.addLine}
        />
      ) : null}
      <AsText condition={condition} hidden={hidden} action={actions.write} />
    </div>
  );
}

type SaidProps = {
  condition: Condition | undefined;
  wording: Wording;
  hidden: Record<string, string>;
  action: FormAction;
};

/** The condition as it is: none, lines each with the way to take it away, or a sentence. */
async function Said({ condition, wording, hidden, action }: SaidProps) {
  const t = await getTranslations("questionnaires");
  if (!condition) return <p>{t("condition.always")}</p>;
  const lines = linesOfCondition(condition);
  if (!lines) return <p>{t("shownIf", { condition: conditionWords(condition, wording) })}</p>;
  const { how, leaves } = lines;
  return (
    <ActionForm action={action} hidden={hidden} className="grid gap-3">
      <p>{t(`condition.${how}Lead`, { count: leaves.length })}</p>
      <ul className="rows">
        {leaves.map((leaf, index) => {
          const said = conditionWords(leaf, wording);
          return (
            <li key={JSON.stringify(leaf)}>
              <span className="condition-line">{said}</span>
              <SubmitButton
                name="press"
                value={`remove ${index}`}
                className="btn btn-quiet"
                pending={t("saving")}
                label={t("condition.removeOne", { said })}
              >
                {t("remove")}
              </SubmitButton>
            </li>
          );
        })}
      </ul>
      {leaves.length > 1 ? (
        <p>
          <SubmitButton
            name="press"
            value={how === "all" ? "join any" : "join all"}
            className="btn btn-quiet"
            pending={t("saving")}
          >
            {t(how === "all" ? "condition.joinAny" : "condition.joinAll")}
          </SubmitButton>
        </p>
      ) : null}
    </ActionForm>
  );
}

type AsTextProps = Pick<SaidProps, "condition" | "hidden" | "action">;

/** The whole condition in the grammar of the file: what lines cannot say is written so. */
async function AsText({ condition, hidden, action }: AsTextProps) {
  const t = await getTranslations("questionnaires");
  return (
    <ActionForm action={action} hidden={hidden}>
      <Fold title={t("condition.asText")} fields={["condition"]}>
        <TextAreaField
          name="condition"
          label={t("condition.text")}
          hint={t("condition.textHint")}
          maxLength={4_000}
          rows={5}
          defaultValue={condition ? JSON.stringify(condition) : ""}
        />
        <p>
          <SubmitButton className="btn btn-secondary" pending={t("saving")}>
            {t("condition.save")}
          </SubmitButton>
        </p>
      </Fold>
    </ActionForm>
  );
}

type ChooseQuestionProps = { before: Question[]; about: Question | null; wording: Wording };

/** First which question the line looks at, by an address: its answers are then there to choose from. */
async function ChooseQuestion({ before, about, wording }: ChooseQuestionProps) {
  const t = await getTranslations("questionnaires.condition");
  return (
    <form action="#quand" className="choose-question">
      <SelectField
        name="sur"
        label={t("choose")}
        options={before.map(({ id, label }) => ({ value: id, label: label[wording.locale] }))}
        defaultValue={about?.id ?? before.at(-1)?.id ?? ""}
      />
      <button type="submit" className="btn btn-secondary">
        {t("go")}
      </button>
    </form>
  );
}
