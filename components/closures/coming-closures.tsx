import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { minutesToUndo } from "@/lib/bookings/closures/rules";
import { dayOf } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import { capitalised } from "@/lib/core/format";
import type { Interval } from "@/lib/core/interval";
import { localeOf } from "@/lib/core/locale";
import { closureWhen } from "@/lib/spaces/closures/rules";
import { closureWords } from "./closure-words";

export type ListedClosure = Interval & {
  id: string;
  reason: string;
  createdAt: Date;
  /** Only this resource; null = the whole space. */
  resource: { name: string } | null;
  /** In words, of what level it is when it is not the space's own. */
  level: string | null;
  mayReopen: boolean;
};

type ComingClosuresProps = {
  calendar: { timeZone: string; halfDayBoundary: number };
  /** Of the space; left out for the network. */
  slug?: string;
  closures: ListedClosure[];
  at: Date;
  actions: { undo: FormAction; reopen: FormAction };
};

/** What is closed from now on, each with the gesture that takes it back. */
export async function ComingClosures({
  calendar,
  slug,
  closures,
  at,
  actions,
}: ComingClosuresProps) {
  const [t, language] = await Promise.all([getTranslations("closures"), getLocale()]);
  const locale = localeOf(language);
  const today = dayOf(at, calendar.timeZone);
  if (closures.length === 0) return null;
  return (
    <ul className="rows">
      {closures.map((closure) => {
        const { resource, reason, level } = closure;
        const when = closureWords(closureWhen(calendar, closure), locale, t, today);
        const line = resource
          ? t("lineResource", { resource: resource.name, when, reason })
          : t("line", { when, reason });
        return (
          <li key={closure.id}>
            <span>
              {capitalised(line, locale)}
              {level ? <span className="small muted block">{level}</span> : null}
            </span>
            {closure.mayReopen ? (
              <TakeBack closure={closure} slug={slug} when={when} at={at} actions={actions} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

type TakeBackProps = Pick<ComingClosuresProps, "at" | "actions"> & {
  closure: ListedClosure;
  slug: string | undefined;
  when: string;
};

/** For ten minutes everything is undone; afterwards the door is opened again and bookings stay as they are. */
async function TakeBack({ closure, slug, when, at, actions }: TakeBackProps) {
  const t = await getTranslations("closures");
  const minutes = minutesToUndo(closure.createdAt, at);
  const undoes = minutes > 0;
  return (
    <ActionForm
      action={undoes ? actions.undo : actions.reopen}
      hidden={{ slug, closureId: closure.id }}
      className="no-print"
      isQuiet
    >
      <SubmitButton
        className={undoes ? "btn btn-secondary" : "btn btn-quiet"}
        pending={t(undoes ? "undoing" : "reopening")}
        label={t(undoes ? "undoLabel" : "reopenLabel", { when })}
      >
        {t(undoes ? "undo" : "reopen")}
      </SubmitButton>
      {undoes ? <span className="small muted ms-2">{t("undoLeft", { minutes })}</span> : null}
    </ActionForm>
  );
}
