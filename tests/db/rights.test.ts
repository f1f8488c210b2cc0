import { expect, test } from "vitest";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/core/errors";
import { readSources } from "@/tests/architecture/source-tree";
import { rightsOverAccounts } from "@/tests/support/rights/accounts";
import { rightsOverBelonging } from "@/tests/support/rights/belonging";
import { rightsOverBookings } from "@/tests/support/rights/bookings";
import { rightsOverCampaigns } from "@/tests/support/rights/campaigns";
import { rightsOverEvents } from "@/tests/support/rights/events-author";
import { rightsOverEventDays } from "@/tests/support/rights/events-day";
import { rightsOverRegistrations } from "@/tests/support/rights/events-registering";
import { rightsOverSkills } from "@/tests/support/rights/events-skills";
import { rightsOverMutualHelp } from "@/tests/support/rights/mutual-help";
import { rightsOverReports } from "@/tests/support/rights/reports";
import { rightsOverSpaces } from "@/tests/support/rights/spaces";
import { rightsOverSurveys } from "@/tests/support/rights/surveys";
import { rightsOverTime } from "@/tests/support/rights/time";
import {
  aWorld,
  type Standing,
  standings,
  type Verb,
  type World,
} from "@/tests/support/rights/world";

const rights = {
  ...rightsOverBookings,
  ...rightsOverSpaces,
  ...rightsOverEventDays,
  ...rightsOverMutualHelp,
  ...rightsOverBelonging,
  ...rightsOverAccounts,
  ...rightsOverCampaigns,
  ...rightsOverReports,
  ...rightsOverSurveys,
  ...rightsOverRegistrations,
  ...rightsOverTime,
  ...rightsOverEvents,
  ...rightsOverSkills,
};

/** Whether it was there for them, whatever was answered then. */
async function isFound({ say }: Verb, world: World): Promise<boolean> {
  try {
    await say(world);
    return true;
  } catch (error) {
    const hidden = [NotFound, Forbidden, Unauthenticated].some((kind) => error instanceof kind);
    if (hidden) return false;
    throw error;
  }
}

/** One line a cell: the verb, who says it, and whether it was there. */
async function walk(standing: Standing): Promise<{ walked: string[]; expected: string[] }> {
  const lines = { walked: [] as string[], expected: [] as string[] };
  for (const [name, verb] of Object.entries(rights)) {
    const may = verb.who.includes(standing);
    const found = await isFound(verb, await aWorld(standing)).catch((error) => {
      throw new Error(`${name} as ${standing}`, { cause: error });
    });
    lines.walked.push(`${name}: ${found}`);
    lines.expected.push(`${name}: ${may}`);
  }
  return lines;
}

test.each(standings)(
  "as %s, each verb is there where the table says so and nowhere else",
  async (standing) => {
    const { walked, expected } = await walk(standing);
    expect(walked).toEqual(expected);
  },
);

/** Commands of which every person says what is about themselves, and of nobody else. */
const aboutOneself = [
  "blockPerson",
  "chooseLanguage",
  "fillProfile",
  "mayTryCode",
  "nameNewcomer",
  "noteTokenUse",
  "noteVisit",
  "recordViews",
  "removePhoto",
  "savePhoto",
  "saveProfile",
  "signOut",
  "unblockPerson",
];
/** Commands that a code, a link or nothing at all opens, whoever holds it. */
const openedByWhatIsHeld = [
  "admitStart",
  "arriveAtEvent",
  "askContact",
  "cancelOne",
  "cancelRegistration",
  "changeRegistration",
  "confirmContact",
  "giveFeedback",
  "keepStep",
  "registerForEvent",
  "reopenRegistration",
  "requestSignInCode",
  "resubscribe",
  "sendResponse",
  "signInToDemoAccount",
  "signInWithCode",
  "signInWithLink",
  "startDraft",
  "stopContact",
  "stopWriting",
  "takeBackResponse",
  "takeOffer",
  "unsubscribe",
];

/** Every command somebody says, by the source: a function of a commands file whose first word is an actor. */
function commandsOfTheSource(sources = readSources()): string[] {
  const files = sources.filter(({ path }) => /^lib\/.*commands\.ts$/.test(path));
  return files.flatMap(({ text }) =>
    [...text.matchAll(/^export (?:async )?function (\w+)\(\s*actor: /gm)].map(
      ([, name]) => name ?? "",
    ),
  );
}

test("the table is whole: no command is said by an actor and missing from it", () => {
  const known = [...Object.keys(rights), ...aboutOneself, ...openedByWhatIsHeld];
  expect(new Set(known).size).toBe(known.length);
  expect(commandsOfTheSource().sort()).toEqual(known.sort());
});

test("a command planted in the source is missed", () => {
  const text = "export async function planted(\n  actor: Actor,\n) {}";
  const planted = { path: "lib/bookings/planted/commands.ts", text };
  expect(commandsOfTheSource([planted])).toEqual(["planted"]);
});
