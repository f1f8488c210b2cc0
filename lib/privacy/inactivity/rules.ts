import { inactivity } from "../classification/schema";
import { overSince } from "../retention/rules";

/** Whoever gave no sign of life since that instant is told that their account goes. */
export function silentSince(at: Date): Date {
  return overSince({ months: inactivity.months, over: "delete_row" }, at);
}

/** Whoever was told before that instant, and has not come back, is erased. */
export function warnedBefore(at: Date): Date {
  return new Date(at.getTime() - inactivity.warningDays * 86_400_000);
}

/** Until when coming back keeps an account of which one was told at that instant. */
export function keptUntil(warnedAt: Date): Date {
  return new Date(warnedAt.getTime() + inactivity.warningDays * 86_400_000);
}
