import type { Interval } from "@/lib/core/interval";
import type { BookedPart } from "../schema";

/** Booked and not there this long after the start: the host had better know. */
const lateAfterMinutes = 30;

export type Attendance = "expected" | "late" | "present" | "missed";

export type AttendanceFacts = Interval & { checkedInAt: Date | null };

/** Present once noted; missed when the slot is over unnoted; late half an hour after its start. */
export function attendanceOf(booking: AttendanceFacts, at: Date): Attendance {
  if (booking.checkedInAt) return "present";
  if (booking.endsAt <= at) return "missed";
  const late = booking.startsAt.getTime() + lateAfterMinutes * 60_000;
  return at.getTime() >= late ? "late" : "expected";
}

/** Whether a booking of that part fills this half of its day. */
export function fillsHalf(part: BookedPart, half: "morning" | "afternoon"): boolean {
  return part === "day" || part === half;
}
