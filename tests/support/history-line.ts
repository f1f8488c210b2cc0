import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import type { Actor } from "@/lib/core/actor";
import type { Result } from "@/lib/core/result";
import {
  codeOf,
  pick,
  resourceOf,
  type Said,
  type Say,
  type StepFacts,
  wantedBy,
} from "./history-steps";
import type { HistoryWorld } from "./history-world";
import { type PaperEntry, wantedOf } from "./paper-bookings";
import type { PaperWish } from "./paper-line";

/** What is said of the waiting line, on both sides. An offer nobody answers lapses as time goes by. */
export const lineVerbs = {
  wait,
  leave: onEntry(
    (paper) => paper.entries,
    leaveWaitingList,
    (paper, entry, at) => paper.leave(entry, at),
  ),
  accept: onEntry(
    (paper) => {
      const offered = paper.entries.filter(({ state }) => state === "offered");
      return offered.length > 0 ? offered : paper.entries;
    },
    acceptOffer,
    (paper, entry, at) => paper.accept(entry, at),
  ),
} satisfies Record<string, Say>;

/** For what somebody else has, most of the time: nobody waits for what is free. */
async function wait(world: HistoryWorld, step: StepFacts, at: Date): Promise<Said | null> {
  if (!world.isSettled) return null;
  const { paper, slug } = world;
  const member = pick(world.members, step.member);
  const had = step.length > 4 ? undefined : paper.bookings[step.target % paper.bookings.length];
  const asked = had?.resource ?? resourceOf(world, step);
  const wanted = had ? wantedOf(had) : wantedBy(world, step);
  const resource = step.byHost ? asked : null;
  const quantity = step.start % 5 === 0 ? 2 : 1;
  const wish: PaperWish = { kind: asked.kind, resource, quantity, wanted };
  const what = resource ? { resourceId: resource.id } : { kind: asked.kind };
  const product = await joinWaitingList(member, { slug, ...what, quantity, ...wanted }, at);
  if (product.ok) world.entryIds.push(product.value.id);
  return { product: codeOf(product), paper: paper.join(member.personId, wish, at) };
}

type Command = (
  actor: Actor,
  input: { entryId: string },
  at: Date,
) => Promise<Result<unknown, string>>;

function onEntry(
  among: (paper: HistoryWorld["paper"]) => PaperEntry[],
  command: Command,
  onPaper: (paper: HistoryWorld["paper"], entry: PaperEntry, at: Date) => string,
): Say {
  return async (world, { target }, at) => {
    const { paper, entryIds, members } = world;
    const candidates = among(paper);
    const entry = candidates[target % Math.max(1, candidates.length)];
    if (!entry) return null;
    const owner = members.find(({ personId }) => personId === entry.person);
    const entryId = entryIds[paper.entries.indexOf(entry)];
    if (!owner || !entryId) return null;
    const product = await command(owner, { entryId }, at);
    return { product: codeOf(product), paper: onPaper(paper, entry, at) };
  };
}
