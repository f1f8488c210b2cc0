import type { WallMinute } from "@/lib/core/day";

/** Wall minutes as a native time field has them: « 08:30 ». */
export function timeOf(minute: WallMinute): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}
