import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { fold } from "@/lib/core/fold";
import type { FormAction } from "@/lib/core/form-state";
import { namesTwice } from "@/lib/events/attendance/rules";
import type { DayWords } from "./board-groups";

type ArrivalsListProps = {
  event: string;
  arrivals: { id: string; name: string }[];
  t: DayWords;
  action: FormAction;
};

/** Whoever came without registering, each taken back by one button; a name given twice is said to be. */
export function ArrivalsList({ event, arrivals, t, action }: ArrivalsListProps) {
  const twice = namesTwice(arrivals.map(({ name }) => name));
  if (arrivals.length === 0) return null;
  return (
    <ul className="door-list">
      {arrivals.map(({ id, name }) => (
        <li key={id}>
          <span>
            {name}
            {twice.has(fold(name)) ? <small className="block muted">{t("twice")}</small> : null}
          </span>
          <ActionForm action={action} hidden={{ event, id }} isQuiet>
            <SubmitButton
              className="btn btn-quiet"
              pending={t("saving")}
              label={t("withdrawLabel", { name })}
            >
              {t("withdraw")}
            </SubmitButton>
          </ActionForm>
        </li>
      ))}
    </ul>
  );
}
