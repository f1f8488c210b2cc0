import { retryRefused } from "@/lib/bookings/series/additions/commands";
import { cancelSeries } from "@/lib/bookings/series/cancellations/commands";
import { bookSeries } from "@/lib/bookings/series/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import type { SeriesMoment } from "@/lib/bookings/series/schema";
import type { PersonActor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import {
  codeOf,
  otherPlace,
  pick,
  resourceOf,
  type Said,
  type Say,
  type StepFacts,
} from "./history-steps";
import type { HistoryWorld } from "./history-world";
import type { PaperSeriesWish } from "./paper-bookings";
import type { Scope } from "./paper-series";

/** What is said of wishes that come back every week, on both sides. */
export const seriesVerbs = {
  "book series": bookWeekly,
  "retry series": onSeries(async ({ paper }, { owner, seriesId, wish }, _step, at) => ({
    product: codeOf(await retryRefused(owner, { seriesId }, at)),
    paper: paper.retry(wish, at),
  })),
  "cancel series": onSeries(async (world, { owner, seriesId, wish }, step, at) => {
    const scope = scopeOf(world, step);
    const product = await cancelSeries(owner, { seriesId, ...scope }, at);
    return { product: codeOf(product), paper: world.paper.cancelSeries(wish, scope, at) };
  }),
  "edit series": onSeries(async (world, { owner, seriesId, wish }, step, at) => {
    const from = addDays(pick(world.days, step.day), 7 * (step.length % 3));
    const resource = otherPlace(world, step, wish.resource);
    const moment = momentOf(step);
    const edit = { seriesId, from, resourceId: resource.id, moment };
    const product = await editSeries(owner, edit, at);
    const onPaper = world.paper.editSeries(wish, from, { resource, moment }, at);
    return { product: codeOf(product), paper: onPaper };
  }),
} satisfies Record<string, Say>;

async function bookWeekly(world: HistoryWorld, step: StepFacts, at: Date): Promise<Said> {
  const { paper, slug } = world;
  const member = pick(world.members, step.member);
  const resource = resourceOf(world, step);
  const firstDay = pick(world.days, step.day);
  const weeks = 2 + (step.target % 8);
  const moment = momentOf(step);
  const lastDay = addDays(firstDay, 7 * (weeks - 1));
  const wish = { slug, resourceId: resource.id, firstDay, lastDay, moment };
  const product = await bookSeries(member, { ...wish, frequency: "weekly" }, at);
  if (product.ok) world.seriesIds.push(product.value.id);
  const terms = { resource, moment };
  const onPaper = paper.makeSeries(member.personId, terms, { firstDay, weeks }, at);
  return { product: codeOf(product), paper: onPaper };
}

function momentOf({ byHours, part, start, length }: StepFacts): SeriesMoment {
  if (!byHours) return { part };
  const startMinute = 60 + start * 30;
  return { part: "hours", startMinute, endMinute: Math.min(1440, startMinute + (length + 1) * 30) };
}

function scopeOf({ days }: HistoryWorld, { start, day, length }: StepFacts): Scope {
  if (start % 5 === 0) return { scope: "all" };
  const on = addDays(pick(days, day), 7 * (length % 3));
  return start % 5 === 1 ? { scope: "one", day: on } : { scope: "from", day: on };
}

type Target = { owner: PersonActor; seriesId: string; wish: PaperSeriesWish };

function onSeries(
  say: (world: HistoryWorld, target: Target, step: StepFacts, at: Date) => Promise<Said>,
): Say {
  return async (world, step, at) => {
    const { paper, seriesIds, members } = world;
    const index = step.target % Math.max(1, seriesIds.length);
    const [wish, seriesId] = [paper.series[index], seriesIds[index]];
    const owner = members.find(({ personId }) => personId === wish?.person);
    if (!wish || !seriesId || !owner) return null;
    return say(world, { owner, seriesId, wish }, step, at);
  };
}
