"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, refuse } from "@/lib/core/result";
import { fillProfile } from "@/lib/members/profiles/fillings/commands";
import { findCarried } from "@/lib/surveys/carried/queries";
import { carriedToken, forgetCarried } from "@/lib/web/carried-answers";
import { formAction } from "@/lib/web/form-action";

export const fillProfileAction = formAction({
  name: "fill-profile",
  input: z.strictObject({}),
  run: async (actor) => {
    if (actor.kind !== "person") throw new Unauthenticated();
    const token = await carriedToken();
    const carried = token ? await findCarried(token) : null;
    if (!carried) return refuse("nothing_carried" as const);
    const filled = await fillProfile(actor, carried.values);
    await forgetCarried();
    return filled;
  },
  done: ({ left }) => ({
    redirect: `/mon-espace/profil?fait=${left.length > 0 ? "repris-en-partie" : "repris"}`,
  }),
  refused: async () => ({ message: (await getTranslations("surveyCarried"))("nothing") }),
});

export const leaveCarriedAction = formAction({
  name: "leave-carried",
  input: z.strictObject({}),
  run: async () => {
    await forgetCarried();
    return ok(null);
  },
  done: () => ({ redirect: "/mon-espace" }),
  refused: () => ({ message: "" }),
});
