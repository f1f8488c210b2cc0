import { organisationKinds } from "@/lib/members/organisations/schema";
import { countBehind } from "../../disclosure/rows/rules";
import { untoldMonths } from "../../disclosure/rules";
import { contribution } from "../../indicators/contribution/rules";
import { opening } from "../../indicators/opening/rules";
import type { Counting, ReportRows } from "../../indicators/schema";
import { structures } from "../../indicators/structures/rules";
import { monthOf } from "../../schema";
import { beside, eachPlace, missing, ofPlaces, plain, type Telling, toldOf } from "../making/rules";
import type { Figure } from "../schema";

/** 12, 22, 23, 26 to 28: structures, what says nothing of people, and what nothing collects. */
export function otherFigures(telling: Telling): Figure[] {
  const { rows, counting } = telling;
  return [
    ...structureFigures(telling),
    ...openingFigures(rows, counting),
    ...contributionFigures(telling),
    missing({ indicator: "trialReturn", measure: "returned", unit: "person" }, "no_trials"),
    missing({ indicator: "receipts", measure: "receipts", unit: "booking" }, "no_receipts"),
    missing({ indicator: "satisfaction", measure: "mean", unit: "person" }, "no_yearly_question"),
  ];
}

/** An organisation is no person, but where few came, that one was hosted tells of whom they are. */
function structureFigures(telling: Telling): Figure[] {
  const { counting, begun } = telling;
  const named = { indicator: "structures", unit: "structure" } as const;
  const all = eachPlace(toldOf({ counting, told: begun }, structures));
  const hosted = all.flatMap(([place, own]) =>
    organisationKinds.map((structure) =>
      plain(
        { ...named, measure: "hosted", part: { kind: "structure", structure } },
        place,
        own.hosted[structure],
      ),
    ),
  );
  return [
    ...beside(telling, hosted),
    missing({ ...named, measure: "domiciled" }, "no_declarations"),
    missing({ ...named, measure: "created" }, "no_declarations"),
    missing({ ...named, measure: "jobs" }, "no_declarations"),
  ];
}

function openingFigures(rows: ReportRows, counting: Counting): Figure[] {
  const named = { indicator: "opening", unit: "hour_a_week" } as const;
  const hours = opening(rows, counting);
  return [
    ...ofPlaces({ ...named, measure: "staffedHours" }, hours, (own) => own.staffedHours),
    ...ofPlaces({ ...named, measure: "selfServiceHours" }, hours, (own) => own.selfServiceHours),
    ...ofPlaces(
      { ...named, measure: "unexpectedDays", unit: "day" },
      hours,
      (own) => own.unexpectedDays,
    ),
  ];
}

function contributionFigures(telling: Telling): Figure[] {
  const { rows, counting } = telling;
  const named = { indicator: "contribution", unit: "contribution" } as const;
  const { memberWorkshops, offers } = contribution(rows, counting);
  return [
    missing({ ...named, measure: "volunteerHours", unit: "hour" }, "no_volunteer_hours"),
    plain({ ...named, measure: "memberWorkshops", unit: "event" }, null, memberWorkshops),
    plain({ ...named, measure: "offers" }, null, offers),
    ...contactFigure(telling),
  ];
}

/** Members who began to write to each other: one to four of a month are of few people, who may know it. */
function contactFigure({ rows, counting, months, parted }: Telling): Figure[] {
  const dated = rows.contacts.map((day) => ({ day, spaceId: "" }));
  const behind = countBehind([], dated, (own) => own.length, counting.range);
  const untold = untoldMonths(behind, parted);
  const contacts = rows.contacts.filter((day) => !untold.network.has(monthOf(day)));
  const { contacts: count } = contribution({ ...rows, contacts }, counting);
  const named = { indicator: "contribution", measure: "contacts", unit: "contribution" } as const;
  return beside({ months, untold }, [plain(named, null, count)]);
}
