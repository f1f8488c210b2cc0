"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { placeTownHallRefusalKeys } from "@/components/organisations/refusals";
import {
  addToOrganisation,
  createOrganisation,
  endOrganisation,
  removeFromOrganisation,
} from "@/lib/members/organisations/commands";
import {
  addToOrganisationInput,
  createOrganisationInput,
  organisationInput,
  organisationPersonInput,
} from "@/lib/members/organisations/schema";
import { placeTownHall } from "@/lib/members/organisations/town-halls/commands";
import { placeTownHallInput } from "@/lib/members/organisations/town-halls/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/pilotage/organisations";

export const createOrganisationAction = formAction({
  name: "organisation-create",
  input: createOrganisationInput,
  run: createOrganisation,
  done: () => ({ redirect: `${page}?fait=1` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const endOrganisationAction = formAction({
  name: "organisation-end",
  input: organisationInput,
  run: endOrganisation,
  done: () => ({ redirect: `${page}?fait=1` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const addDelegateAction = formAction({
  name: "organisation-delegate",
  input: addToOrganisationInput.omit({ role: true }),
  run: (actor, input) => addToOrganisation(actor, { ...input, role: "delegate" }),
  done: async () => {
    revalidatePath(page);
    return { message: (await getTranslations("belonging.organisations"))("asked") };
  },
  refused: async () => ({
    message: (await getTranslations("belonging.refusals"))("too_many_asked"),
  }),
});

export const removeDelegateAction = formAction({
  name: "organisation-delegate-remove",
  input: organisationPersonInput,
  run: removeFromOrganisation,
  done: () => ({ redirect: `${page}?fait=1` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const placeTownHallAction = formAction({
  name: "organisation-place",
  input: placeTownHallInput,
  run: placeTownHall,
  done: () => ({ redirect: `${page}?fait=1` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("belonging.organisations"))(placeTownHallRefusalKeys[refusal]),
  }),
});
