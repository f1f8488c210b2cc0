"use server";

import { getTranslations } from "next-intl/server";
import { keepingRefusalKeys } from "@/components/habilitations/refusals";
import {
  changeHabilitation,
  makeHabilitation,
  withdrawHabilitation,
} from "@/lib/members/habilitations/commands";
import {
  changeHabilitationInput,
  habilitationInput,
  type KeepingRefusal,
  makeHabilitationInput,
} from "@/lib/members/habilitations/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/pilotage/habilitations";
const saved = () => ({ redirect: `${page}?fait=1` });

async function refused({ refusal, data }: { refusal: KeepingRefusal; data?: unknown }) {
  const t = await getTranslations("habilitations");
  const { askedBy = [] } = (data ?? {}) as { askedBy?: string[] };
  const message = t(keepingRefusalKeys[refusal], { list: askedBy.join(" · ") });
  return refusal === "name_taken" ? { message, fields: { nameFr: message } } : { message };
}

export const makeHabilitationAction = formAction({
  name: "habilitation-make",
  input: makeHabilitationInput,
  run: makeHabilitation,
  done: saved,
  refused,
});

export const changeHabilitationAction = formAction({
  name: "habilitation-change",
  input: changeHabilitationInput,
  run: changeHabilitation,
  done: saved,
  refused,
});

export const withdrawHabilitationAction = formAction({
  name: "habilitation-withdraw",
  input: habilitationInput,
  run: withdrawHabilitation,
  done: saved,
  refused,
});
