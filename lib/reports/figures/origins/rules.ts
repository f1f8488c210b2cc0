import { type Situation, situations } from "@/lib/members/profiles/schema";
import { publishedCounts } from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { isWholeMonths } from "../../comparisons/rules";
import { crossedStep, nearestStep, toldByMonths } from "../../disclosure/rules";
import { usersByProfile, usersByResidence } from "../../indicators/origins/rules";
import { residenceLines } from "../../residences/rules";
import { firstDayOf, lastDayOf } from "../../schema";
import { beside, monthsTold, plain, type Telling, withhold } from "../making/rules";
import type { Figure } from "../schema";

const residence = { indicator: "residence", measure: "persons", unit: "person" } as const;
const profile = { indicator: "profile", measure: "persons", unit: "person" } as const;

/** 13 and 14, of the network: partitions of distinct people whose every line is of five or more. */
export function originFigures(telling: Telling): Figure[] {
  if (!isWholeMonths(telling.counting.range)) {
    return [residence, profile].map((named) => withhold(named, null, "whole_months_only"));
  }
  const lines = [...residences(telling), ...profiles(telling)];
  const isRounded = monthsTold(telling, null).length > 1;
  return beside(telling, isRounded ? lines.map(roundedLine) : lines);
}

/** Over several months, as the people they are lines of. */
function roundedLine(figure: Figure): Figure {
  const { value, perThousand } = figure;
  if (!value) return figure;
  const told = nearestStep(value);
  const rate = perThousand === null ? null : (perThousand * told) / value;
  return { ...figure, value: told, nearest: crossedStep, perThousand: rate };
}

function residences(telling: Telling): Figure[] {
  const [whole, ...months] = eachPeriod(telling, communesOf);
  const counts = whole ?? new Map<string, number>();
  const lines = residenceLines(telling.rows.communes, counts, toldByMonths(counts, months));
  if (lines === null) return [withhold(residence, null, "few_people")];
  return lines.map(({ kind, name, communes, users, perThousand }) => ({
    ...plain(
      { ...residence, part: { kind: "residence", line: { kind, name, communes } } },
      null,
      users,
    ),
    perThousand,
  }));
}

function profiles(telling: Telling): Figure[] {
  const [whole, ...months] = eachPeriod(telling, profilesOf);
  const counts = whole ?? new Map<string, number>();
  const aside = toldByMonths(counts, months);
  const lines = publishedCounts(counts, smallestGroup, [], aside);
  if (lines === null) return [withhold(profile, null, "few_people")];
  const isAlone = (keys: readonly string[]) => keys.length === 1 && !aside.has(keys[0] ?? "");
  const alone = lines.flatMap(({ keys }) => (isAlone(keys) ? keys : []));
  return lines.map(({ keys, count }) => {
    // Put together are all the others, those of nobody too: that one is named would tell that somebody is.
    const together = isAlone(keys)
      ? profileKeys.filter((key) => keys.includes(key))
      : profileKeys.filter((key) => !alone.includes(key));
    return plain({ ...profile, part: { kind: "profile", situations: together } }, null, count);
  });
}

const profileKeys: readonly (Situation | "unsaid")[] = [...situations, "unsaid"];

type Count = (telling: Pick<Telling, "told" | "counting">) => Map<string, number>;

/** The count over the whole period, then over each month told of it where there are several. */
function eachPeriod(telling: Telling, count: Count): Map<string, number>[] {
  const { told, counting } = telling;
  // A month that is not told hides nobody of the period: it is not in it.
  const months = monthsTold(telling, null);
  if (months.length < 2) return [count(telling)];
  const each = months.map((month) =>
    count({
      told,
      counting: { ...counting, range: { first: firstDayOf(month), last: lastDayOf(month) } },
    }),
  );
  return [count(telling), ...each];
}

const communesOf: Count = ({ told, counting }) => {
  const reading = usersByResidence(told.ofNetwork, counting);
  return reading.kind === "counted" ? reading.value.byCommune : new Map();
};

const profilesOf: Count = ({ told, counting }) => {
  const reading = usersByProfile(told.ofNetwork, counting);
  return new Map(reading.kind === "counted" ? Object.entries(reading.value) : []);
};
