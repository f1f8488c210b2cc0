"use server";

import { thank } from "@/lib/bookings/thanks/commands";
import { thankInput } from "@/lib/bookings/thanks/schema";
import { formAction } from "@/lib/web/form-action";

export const thankAction = formAction({
  name: "thank",
  input: thankInput,
  run: thank,
  done: () => ({ redirect: "/mon-espace/rencontres?merci=1" }),
  refused: () => ({ message: "" }),
});
