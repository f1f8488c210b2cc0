import type { SheetSection } from "@/components/entries/sheet-fields";
import { type GuardWording, guardWords } from "@/components/surveys/guard-words";
import { questionViews } from "@/components/surveys/question-view";
import { letterOf, printedForm } from "@/lib/surveys/printed/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";

type Wording = GuardWording & { between: (bounds: { min: number; max: number }) => string };

/** The questions in the order, with the numbers, letters and instructions of the sheet beside one. */
export function sheetSections(questionnaire: Questionnaire, wording: Wording): SheetSection[] {
  const { t, locale, between } = wording;
  return printedForm(questionnaire).map(({ id, title, guard, questions }, index) => {
    const section = questionnaire.sections.find((each) => each.id === id);
    const views = section ? questionViews(section, locale, { between, chosen: () => "" }) : [];
    return {
      id,
      title: t("sheet.part", { number: String(index + 1), title: title[locale] }),
      guard: guard && guardWords(guard, true, wording),
      questions: questions.flatMap((printed, at) => {
        const view = views[at];
        if (!view) return [];
        const label = t("entry.question", { number: String(printed.number), label: view.label });
        const options = view.options.map((each, letter) => ({
          ...each,
          label: `${letterOf(letter)}. ${each.label}`,
        }));
        const said = printed.guard && guardWords(printed.guard, false, wording);
        return [{ view: { ...view, label, options, chosen: [] }, guard: said }];
      }),
    };
  });
}
