"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import {
  countHeads,
  noteAtTheDoor,
  saveAttendance,
  saveSheet,
  withdrawArrival,
} from "@/lib/events/attendance/commands";
import {
  type AttendanceRefusal,
  arrivalInput,
  headCountInput,
  keptMarksInput,
  sheetInput,
  withdrawArrivalInput,
} from "@/lib/events/attendance/schema";
import { now } from "@/lib/infra/clock";
import { formAction } from "@/lib/web/form-action";

const refused = async ({ refusal }: { refusal: AttendanceRefusal }) => ({
  message: (await getTranslations("eventsDay.refusals"))(refusal),
});

/** Shows the effect on the sheet, in place. */
async function shown(key: "saved" | "withdrawn" | "headsSaved") {
  revalidatePath("/hote/[slug]/evenements/[event]/presence", "page");
  return { message: (await getTranslations("eventsDay"))(key) };
}

/** What a phone kept, from as many phones as stand at the door behind one address. */
export const saveMarksAction = formAction({
  name: "event-marks",
  timesAMinute: 600,
  input: keptMarksInput,
  run: saveAttendance,
  done: async () => ({ ...(await shown("saved")), value: now().toISOString() }),
  refused,
});

export const saveSheetAction = formAction({
  name: "event-sheet",
  input: sheetInput,
  run: saveSheet,
  done: () => shown("saved"),
  refused,
});

export const noteAtTheDoorAction = formAction({
  name: "event-arrival",
  input: arrivalInput,
  run: noteAtTheDoor,
  done: async (_value, { name }) => {
    revalidatePath("/hote/[slug]/evenements/[event]/presence", "page");
    return { message: (await getTranslations("eventsDay"))("added", { name }) };
  },
  refused,
});

export const withdrawArrivalAction = formAction({
  name: "event-arrival-withdrawn",
  input: withdrawArrivalInput,
  run: withdrawArrival,
  done: () => shown("withdrawn"),
  refused,
});

export const countHeadsAction = formAction({
  name: "event-heads",
  input: headCountInput,
  run: countHeads,
  done: () => shown("headsSaved"),
  refused,
});
