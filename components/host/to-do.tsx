import { Clock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { WorkList } from "@/components/ui/work-list";
import type { HostDay, HostEntry } from "@/lib/bookings/host-days/queries";
import { clashesOf } from "@/lib/bookings/host-days/rules";
import { named } from "@/lib/core/elision";
import type { FormAction } from "@/lib/core/form-state";
import { formatTime } from "@/lib/core/format";
import type { Interval } from "@/lib/core/interval";
import { nameOf, type Wording } from "./entry-words";

type ToDoProps = {
  hostDay: HostDay;
  wording: Wording;
  checkIn: FormAction;
  absent: FormAction;
  /** Requests to answer, one item each. */
  requests?: ReactNode[];
};

/** What waits for the host, each item solved by one button: outside conflicts, late people, requests. */
export function ToDo({ hostDay, wording, checkIn, absent, requests = [] }: ToDoProps) {
  const { t } = wording;
  const clashes = clashesOf(hostDay.entries, hostDay.outside);
  const late = hostDay.entries.filter(({ attendance }) => attendance === "late");
  const count = clashes.length + late.length + requests.length;
  const { slug } = hostDay.space;
  return (
    <section aria-labelledby="a-traiter" className="todo">
      <h2 id="a-traiter">
        {t("todo")}
        {count > 0 ? <span className="todo-count">{count}</span> : null}
      </h2>
      {count === 0 ? <p className="muted">{t("todoNone")}</p> : null}
      <WorkList labelledBy="a-traiter">
        {clashes.map((clash) => (
          <Clash key={clash.entry.id} slug={slug} {...clash} wording={wording} />
        ))}
        {late.map((entry) => (
          <Late key={entry.id} entry={entry} wording={wording} checkIn={checkIn} absent={absent} />
        ))}
        {requests}
      </WorkList>
    </section>
  );
}

type ClashProps = { slug: string; entry: HostEntry; block: Interval; wording: Wording };

function Clash({ slug, entry, block, wording }: ClashProps) {
  const { t, locale, timeZone } = wording;
  const name = nameOf(entry, wording);
  return (
    <li>
      <p>
        <TriangleAlert className="text-danger" size={18} strokeWidth={1.75} aria-hidden />
        <b>{t("clashTitle", { resource: entry.resource.name })}</b>
      </p>
      <p className="small">
        {t("clashLead", {
          from: formatTime(block.startsAt, timeZone, locale),
          until: formatTime(block.endsAt, timeZone, locale),
          name,
        })}
      </p>
      <p className="todo-gestures no-print">
        <a
          className="btn btn-secondary"
          href={`/hote/${slug}/reservations/${entry.id}#deplacer`}
          aria-label={t("clashMoveLabel", named(name))}
        >
          {t("clashMove")}
        </a>
      </p>
    </li>
  );
}

type LateProps = { entry: HostEntry; wording: Wording; checkIn: FormAction; absent: FormAction };

function Late({ entry, wording, checkIn, absent }: LateProps) {
  const { t, host, locale, timeZone } = wording;
  const name = nameOf(entry, wording);
  const hidden = { bookingId: entry.id };
  return (
    <li>
      <p>
        <Clock className="text-warn" size={18} strokeWidth={1.75} aria-hidden />
        <b>{t("lateTitle", { name })}</b>
      </p>
      <p className="small">
        {t("lateLead", {
          resource: entry.resource.name,
          from: formatTime(entry.startsAt, timeZone, locale),
          until: formatTime(entry.endsAt, timeZone, locale),
        })}
      </p>
      <div className="todo-gestures no-print">
        <ActionForm action={checkIn} hidden={hidden} isQuiet>
          <SubmitButton
            className="btn btn-secondary"
            pending={host("checkingIn")}
            label={t("noteArrivalLabel", named(name))}
          >
            {t("noteArrival")}
          </SubmitButton>
        </ActionForm>
        <ActionForm action={absent} hidden={hidden} isQuiet>
          <SubmitButton
            className="btn btn-quiet"
            pending={host("checkingIn")}
            label={t("noteAbsenceLabel", named(name))}
          >
            {t("noteAbsence")}
          </SubmitButton>
        </ActionForm>
      </div>
    </li>
  );
}
