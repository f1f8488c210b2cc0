import { Check, Clock, TriangleAlert, X } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { HostDay, HostEntry } from "@/lib/bookings/host-days/queries";
import { type Attendance, fillsHalf } from "@/lib/bookings/host-days/rules";
import { inServiceOn, type SlotOpening } from "@/lib/bookings/rules";
import { seatKinds } from "@/lib/bookings/schema";
import { formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";

const icons = { present: Check, expected: Clock, late: TriangleAlert, missed: X };
const halves: HalfDay[] = ["morning", "afternoon"];

/** Who sits where, by half-day: one row a desk, a whole day across both columns. */
export async function DayBoard({ hostDay }: { hostDay: HostDay }) {
  const [t, language] = await Promise.all([getTranslations("host"), getLocale()]);
  const { space, day, entries } = hostDay;
  const resources = inServiceOn(space.resources, day.day).filter(
    (resource) =>
      seatKinds.some((kind) => kind === resource.kind) ||
      entries.some((entry) => entry.resource.id === resource.id),
  );
  return (
    <div className="board-frame">
      <table className="board">
        <caption className="sr-only">{t("boardCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("resource")}</th>
            {halves.map((half) => (
              <th key={half} scope="col">
                {t(half)}
                <HalfHours
                  opening={day.slots[half].opening}
                  timeZone={space.calendar.timeZone}
                  locale={localeOf(language)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {resources.map((resource) => (
            <Row
              key={resource.id}
              name={resource.name}
              hostDay={hostDay}
              entries={entries.filter((entry) => entry.resource.id === resource.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HalfHoursProps = { opening: SlotOpening; timeZone: string; locale: "fr" | "en" };

function HalfHours({ opening, timeZone, locale }: HalfHoursProps) {
  return opening.open ? <small>{formatTimes(opening, timeZone, locale)}</small> : null;
}

type RowProps = { name: string; hostDay: HostDay; entries: HostEntry[] };

function Row({ name, hostDay, entries }: RowProps) {
  const whole = entries.find((entry) => entry.part === "day");
  return (
    <tr>
      <th scope="row">{name}</th>
      {whole ? (
        <td colSpan={2}>
          <Block entry={whole} />
        </td>
      ) : (
        halves.map((half) => (
          <td key={half}>
            <Half
              entry={entries.find(({ part }) => fillsHalf(part, half))}
              slot={hostDay.day.slots[half]}
            />
          </td>
        ))
      )}
    </tr>
  );
}

type HalfProps = {
  entry: HostEntry | undefined;
  slot: HostDay["day"]["slots"][HalfDay];
};

async function Half({ entry, slot: { opening, refusal } }: HalfProps) {
  if (entry) return <Block entry={entry} />;
  const t = await getTranslations("host");
  if (opening.open) {
    return <span className={refusal ? "board-past" : "board-free"}>{t("free")}</span>;
  }
  return (
    <span className="board-closed">
      <span>{opening.reason ? t("closedReason", { reason: opening.reason }) : t("closed")}</span>
    </span>
  );
}

async function Block({ entry }: { entry: HostEntry }) {
  const t = await getTranslations("host");
  const Icon = icons[entry.attendance satisfies Attendance];
  return (
    <a
      className={`board-block board-${entry.attendance} ${entry.isWalkIn ? "board-walk-in" : ""}`}
      href={`#venue-${entry.id}`}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <b>{entry.name || t("nameless")}</b>
        <small>
          {t(`states.${entry.attendance}`)}
          {entry.isWalkIn ? `, ${t("walkInTag")}` : null}
        </small>
      </span>
    </a>
  );
}
