"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import { bookDelegated } from "@/lib/bookings/delegated/commands";
import { bookDelegatedInput } from "@/lib/bookings/delegated/schema";
import {
  addToOrganisation,
  agreeToOrganisation,
  leaveOrganisation,
  removeFromOrganisation,
} from "@/lib/members/organisations/commands";
import {
  addToOrganisationInput,
  organisationInput,
  organisationPersonInput,
} from "@/lib/members/organisations/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/mon-espace/organisations";

export const agreeToOrganisationAction = formAction({
  name: "organisation-agree",
  input: organisationInput,
  run: agreeToOrganisation,
  done: () => ({ redirect: `${page}?fait=1` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const leaveOrganisationAction = formAction({
  name: "organisation-leave",
  input: organisationInput,
  run: leaveOrganisation,
  done: () => ({ redirect: `${page}?fait=1` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const addBeneficiaryAction = formAction({
  name: "organisation-beneficiary",
  input: addToOrganisationInput.omit({ role: true }),
  run: (actor, input) => addToOrganisation(actor, { ...input, role: "beneficiary" }),
  done: async () => {
    revalidatePath(`${page}/[id]`, "page");
    return { message: (await getTranslations("belonging.delegation"))("asked") };
  },
  refused: async () => ({
    message: (await getTranslations("belonging.refusals"))("too_many_asked"),
  }),
});

export const removeBeneficiaryAction = formAction({
  name: "organisation-beneficiary-remove",
  input: organisationPersonInput,
  run: removeFromOrganisation,
  done: (_removed, { organisationId }) => ({ redirect: `${page}/${organisationId}?fait=note` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const bookDelegatedAction = formAction({
  name: "book-delegated",
  input: bookDelegatedInput,
  run: bookDelegated,
  done: (_booked, { organisationId }) => ({ redirect: `${page}/${organisationId}?fait=reserve` }),
  refused: async (refused) => {
    if (refused.refusal === "already_booked") {
      return { message: (await getTranslations("belonging.delegation"))("already") };
    }
    // The other possibilities would be booked for the delegate: only the sentence is for them.
    const { message } = await bookingRefusalState(refused);
    return { message };
  },
});
