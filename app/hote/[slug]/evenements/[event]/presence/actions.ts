"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import {
  countHeads,
  noteAtTheDoor,
  saveSheet,
  withdrawArrival,
} from "@/lib/events/attendance/commands";
import {
  type AttendanceRefusal,
  arrivalInput,
  headCountInput,
  sheetInput,
  withdrawArrivalInput,
} from "@/lib/events/attendance/schema";
import { formAction } from "@/lib/web/form-action";

const refused = async ({ refusal }: { refusal: AttendanceRefusal }) => ({
  message: (await getTranslations("eventsDay.refusals"))(refusal),
});

/** Shows the effect on the sheet, in place. */
async function shown(key: "saved" | "withdrawn" | "headsSaved") {
  revalidatePath("/hote/[slug]/evenements/[event]/presence", "page");
  return { message: (await getTranslations("eventsDay"))(key) };
}

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
