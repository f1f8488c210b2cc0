"use server";

import { getTranslations } from "next-intl/server";
import { arriveAtEvent } from "@/lib/events/arrivals/commands";
import { arriveInput } from "@/lib/events/arrivals/schema";
import { formAction } from "@/lib/web/form-action";
import { callerNetwork } from "@/lib/web/session";

export const arriveAction = formAction({
  name: "event-arrive",
  input: arriveInput,
  run: async (actor, input) => arriveAtEvent(actor, { ...input, network: await callerNetwork() }),
  done: (_value, { event }) => ({ redirect: `/evenements/${event}/arrivee?fait=note` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("eventsDay.here.refusals"))(refusal),
  }),
});
