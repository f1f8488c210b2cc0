import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/lib/core/form-state";
import type { Fault } from "@/lib/surveys/checks/schema";
import { requirementOf } from "@/lib/surveys/edits/wording/rules";
import type { Question, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import type { VersionAddress } from "@/lib/surveys/versions/schema";
import { versionPages } from "./addresses";
import { conditionWords } from "./condition-words";
import { faultWords, type Wording } from "./fault-words";
import { Findings } from "./findings";
import { OrderButtons } from "./order-buttons";

type SectionOutlineProps = {
  section: Questionnaire["sections"][number];
  address: VersionAddress;
  hidden: Record<string, string>;
  faults: Fault[];
  wording: Wording;
  order: FormAction;
};

/** One group in order: its questions with what each asks, when, and what is wrong with it. */
export async function SectionOutline({ section, wording, ...props }: SectionOutlineProps) {
  const { address, hidden, faults, order } = props;
  const t = await getTranslations("questionnaires");
  const pages = versionPages(address);
  const title = section.title[wording.locale];
  const words = (name: string) => ({
    up: t("order.up", { name }),
    down: t("order.down", { name }),
    working: "…",
  });
  return (
    <ActionForm action={order} hidden={hidden} isQuiet>
      <div className="outline-head">
        <h3 id={`groupe-${section.id}`}>{title}</h3>
        <OrderButtons
          name="order"
          up={`section up ${section.id}`}
          down={`section down ${section.id}`}
          words={words(title)}
        />
        <a href={pages.section(section.id)} aria-label={t("order.edit", { name: title })}>
          {t("edit")}
        </a>
      </div>
      {section.showIf ? (
        <p className="small muted">
          {t("shownIf", { condition: conditionWords(section.showIf, wording) })}
        </p>
      ) : null}
      <ol className="question-list">
        {section.questions.map((question) => (
          <li key={question.id} id={`question-${question.id}`}>
            <OutlineQuestion
              question={question}
              href={pages.question(question.id)}
              wording={wording}
              words={words(question.label[wording.locale])}
            />
            <Findings
              words={faults
                .filter((fault) => fault.question === question.id)
                .map((fault) => faultWords(fault, wording))}
            />
          </li>
        ))}
      </ol>
    </ActionForm>
  );
}

type OutlineQuestionProps = {
  question: Question;
  href: string;
  wording: Wording;
  words: { up: string; down: string; working: string };
};

async function OutlineQuestion({ question, href, wording, words }: OutlineQuestionProps) {
  const t = await getTranslations("questionnaires");
  const { id, type, showIf } = question;
  const requirement = requirementOf(wording.questionnaire, question);
  return (
    <div className="outline-question">
      <div>
        <a href={href}>{question.label[wording.locale]}</a>
        <p className="small muted">
          {t("questionFacts", {
            type: t(`types.${type}`),
            requirement: t(`requirements.${requirement}`),
          })}
        </p>
        {showIf ? (
          <p className="small muted">
            {t("shownIf", { condition: conditionWords(showIf, wording) })}
          </p>
        ) : null}
      </div>
      <OrderButtons
        name="order"
        up={`question up ${id}`}
        down={`question down ${id}`}
        words={words}
      />
    </div>
  );
}
