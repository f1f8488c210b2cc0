"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { rideRefusalKeys } from "@/components/events/ride-refusals";
import { askRide, offerRide, withdrawRide } from "@/lib/events/rides/commands";
import {
  askRideInput,
  offerRideInput,
  type RideRefusal,
  withdrawRideInput,
} from "@/lib/events/rides/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/evenements/[slug]";
const board = (event: string) => `/evenements/${event}#venir`;

async function refused({ refusal }: { refusal: RideRefusal }) {
  revalidatePath(page, "page");
  const message = (await getTranslations("rides"))(rideRefusalKeys[refusal]);
  return refusal === "unknown_commune" ? { message, fields: { communeId: message } } : { message };
}

export const offerRideAction = formAction({
  name: "ride-offer",
  input: offerRideInput,
  run: offerRide,
  done: (_said, { event }) => ({ redirect: board(event) }),
  refused,
});

export const askRideAction = formAction({
  name: "ride-ask",
  input: askRideInput,
  run: askRide,
  done: (_said, { event }) => ({ redirect: board(event) }),
  refused,
});

export const withdrawRideAction = formAction({
  name: "ride-withdraw",
  input: withdrawRideInput,
  run: withdrawRide,
  done: (_done, { event }) => ({ redirect: board(event) }),
  refused: ({ refusal }) => ({ message: refusal }),
});
