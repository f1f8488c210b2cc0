import { Message } from "@/components/ui/message";
import type { VersionView } from "@/lib/surveys/versions/schema";
import { adviceWords, faultWords, labelOf, type Wording } from "./fault-words";

/** What the checker says of the whole, each fault with the way to its question; then what may be meant so. */
export function CheckSummary({ view, wording }: { view: VersionView; wording: Wording }) {
  const { faults, advice, shortest, longest } = view;
  const { t } = wording;
  return (
    <div className="grid gap-4">
      {faults.length === 0 ? (
        <Message tone="ok">
          <p>{t("check.ok")}</p>
          <p>{t("ways", { shortest: shortest.questions, longest: longest.questions })}</p>
        </Message>
      ) : (
        <Message tone="danger">
          <p>{t("check.faults", { count: faults.length })}</p>
          <ul className="mt-1 grid gap-1">
            {faults.map((fault) => (
              <li key={JSON.stringify(fault)}>
                <a href={`#question-${fault.question}`}>{labelOf(fault.question, wording)}</a>{" "}
                {faultWords(fault, wording)}
              </li>
            ))}
          </ul>
        </Message>
      )}
      {advice.length > 0 ? (
        <Message tone="warn">
          <p>{t("check.advice")}</p>
          <ul className="mt-1 grid gap-1">
            {advice.map((each) => {
              const said = adviceWords(each, wording);
              return <li key={said}>{said}</li>;
            })}
          </ul>
        </Message>
      ) : null}
    </div>
  );
}
