"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { moveRefusalState } from "@/components/host/move-refusals";
import { movedWords } from "@/components/host/moved-words";
import { annotateBooking } from "@/lib/bookings/notes/commands";
import { annotateBookingInput } from "@/lib/bookings/notes/schema";
import { moveToCell } from "@/lib/bookings/weeks/commands";
import { moveToCellInput } from "@/lib/bookings/weeks/schema";
import { formAction } from "@/lib/web/form-action";

const shown = () => revalidatePath("/hote/[slug]", "layout");

export const moveToCellAction = formAction({
  name: "move-to-cell",
  input: moveToCellInput,
  run: moveToCell,
  done: async (carried) => {
    shown();
    return { message: await movedWords(carried), value: { back: carried.back } };
  },
  refused: (refused, { bookingId }) => {
    shown();
    return moveRefusalState(refused, bookingId);
  },
});

export const annotateBookingAction = formAction({
  name: "annotate",
  input: annotateBookingInput,
  run: annotateBooking,
  done: async () => {
    shown();
    return { message: (await getTranslations("board"))("booking.noteSaved") };
  },
  refused: () => ({ message: "" }),
});
