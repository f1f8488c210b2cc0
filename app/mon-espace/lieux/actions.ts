"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { belongingRefusalKeys } from "@/components/memberships/refusals";
import {
  removeEmergencyContact,
  saveEmergencyContact,
} from "@/lib/members/emergency-contacts/commands";
import { emergencyContactInput } from "@/lib/members/emergency-contacts/schema";
import { acceptRules } from "@/lib/members/house-rules/commands";
import { acceptRulesInput } from "@/lib/members/house-rules/schema";
import { leaveSpace, requestMembership } from "@/lib/members/memberships/commands";
import { requestMembershipInput, slugInput, spaceInput } from "@/lib/members/memberships/schema";
import { formAction } from "@/lib/web/form-action";

const page = (slug: string) => `/mon-espace/lieux/${slug}`;

export const requestMembershipAction = formAction({
  name: "request-membership",
  input: requestMembershipInput,
  run: requestMembership,
  done: (_state, { slug }) => ({ redirect: `${page(slug)}?fait=demande` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("belonging"))(belongingRefusalKeys[refusal]),
  }),
});

export const leaveSpaceAction = formAction({
  name: "leave-space",
  input: spaceInput,
  run: leaveSpace,
  done: (_state, { slug }) => ({ redirect: `${page(slug)}?fait=parti` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("belonging"))(belongingRefusalKeys[refusal]),
  }),
});

export const acceptRulesAction = formAction({
  name: "accept-rules",
  input: acceptRulesInput.omit({ personId: true }),
  run: acceptRules,
  done: (_accepted, { slug }) => ({ redirect: `${page(slug)}?fait=accepte` }),
  refused: async ({ refusal }, { slug }) => {
    // The version in force now is what the page shows next.
    revalidatePath(page(slug));
    return { message: (await getTranslations("belonging"))(belongingRefusalKeys[refusal]) };
  },
});

export const saveEmergencyContactAction = formAction({
  name: "emergency-contact",
  input: emergencyContactInput.extend({ slug: slugInput }),
  run: (actor, { name, phone }) => saveEmergencyContact(actor, { name, phone }),
  done: (_saved, { slug }) => ({ redirect: `${page(slug)}?fait=contact` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const removeEmergencyContactAction = formAction({
  name: "emergency-contact-remove",
  input: z.strictObject({ slug: slugInput }),
  run: (actor) => removeEmergencyContact(actor),
  done: (_removed, { slug }) => ({ redirect: page(slug) }),
  refused: ({ refusal }) => ({ message: refusal }),
});
