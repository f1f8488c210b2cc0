import { randomUUID } from "node:crypto";
import { cancelRange } from "@/lib/bookings/absences/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { acceptSwap, proposeSwap, withdrawSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { addDays } from "@/lib/core/day";
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

/** What members do among themselves, and hosts for them, on both sides. */
export const memberVerbs = { "book for": bookForOne, swap, away } satisfies Record<string, Say>;

async function bookForOne(world: HistoryWorld, step: StepFacts, at: Date): Promise<Said> {
  const { host, slug, paper, ids } = world;
  const resource = resourceOf(world, step);
  const wanted = wantedBy(world, step);
  const { personId } = pick(world.members, step.member);
  const whom = step.byHost ? { personId } : { guestName: "Une voisine" };
  const wish = { slug, resourceId: resource.id, ...wanted, ...whom, idempotencyKey: randomUUID() };
  const product = await bookFor(host, wish, at);
  if (product.ok) ids.push(product.value.id);
  const onPaper = paper.bookFor(step.byHost ? personId : null, resource, wanted, at);
  return { product: codeOf(product), paper: onPaper };
}

/** One proposes, the other agrees at once; what is not agreed to is taken back. */
async function swap(world: HistoryWorld, step: StepFacts, at: Date): Promise<Said | null> {
  const { paper, ids, members } = world;
  // Most often two that may be exchanged: sure, and to come.
  const all = ids.map((_, index) => index);
  const likely = all.filter((index) => {
    const one = paper.bookings[index];
    return one?.person && paper.stateOf(one, at) === "confirmed" && one.startsAt > at;
  });
  const among = step.length === 0 || likely.length < 2 ? all : likely;
  const offered = among[step.target % Math.max(1, among.length)] ?? 0;
  const wanted = among[(step.target + step.start + 1) % Math.max(1, among.length)] ?? 0;
  const [given, gained] = [paper.bookings[offered], paper.bookings[wanted]];
  const [bookingId, otherId] = [ids[offered], ids[wanted]];
  const ownerOf = (person: string | null | undefined) =>
    members.find(({ personId }) => personId === person);
  const proposer = ownerOf(given?.person);
  if (!proposer || !given || !gained || !bookingId || !otherId) return null;
  const other = ownerOf(gained.person);
  const proposal = { bookingId, code: swapCodeOf(otherId) };
  const proposed = await proposeSwap(proposer, proposal, at);
  const onPaper = paper.swap(given, gained, at);
  if (!proposed.ok || !other) return { product: codeOf(proposed), paper: onPaper };
  const swapId = proposed.value.id;
  const accepted = await acceptSwap(other, { swapId }, at);
  if (!accepted.ok) await withdrawSwap(proposer, { swapId }, at);
  return { product: codeOf(accepted), paper: onPaper };
}

async function away(world: HistoryWorld, step: StepFacts, at: Date): Promise<Said> {
  const member = pick(world.members, step.member);
  const from = pick(world.days, step.day);
  const until = addDays(from, step.length * 3);
  const product = await cancelRange(member, { from, until }, at);
  return { product: codeOf(product), paper: world.paper.away(member.personId, from, until, at) };
}
