"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { givingRefusalKeys } from "@/components/habilitations/refusals";
import { dayWords } from "@/components/memberships/day-words";
import { belongingRefusalKeys } from "@/components/memberships/refusals";
import { named } from "@/lib/core/elision";
import { localeOf } from "@/lib/core/locale";
import { spacedCode } from "@/lib/members/codes/rules";
import { giveHabilitation, takeBackHabilitation } from "@/lib/members/habilitations/commands";
import {
  giveHabilitationInput,
  takeBackHabilitationInput,
} from "@/lib/members/habilitations/schema";
import { acceptRules } from "@/lib/members/house-rules/commands";
import { acceptRulesInput } from "@/lib/members/house-rules/schema";
import { inviteToSpace, revokeInvitation } from "@/lib/members/invitations/commands";
import { invitationInput, inviteInput } from "@/lib/members/invitations/schema";
import {
  correctKeptPerson,
  dropContactOf,
  keepPerson,
  nameContactOf,
  renewClaimCode,
} from "@/lib/members/kept-people/commands";
import { contactOfInput, keepPersonInput } from "@/lib/members/kept-people/schema";
import {
  acceptMembership,
  declineMembership,
  endMembership,
  undoMembershipDecision,
} from "@/lib/members/memberships/commands";
import { membershipPersonInput } from "@/lib/members/memberships/schema";
import { markStep } from "@/lib/members/welcome/commands";
import { markStepInput } from "@/lib/members/welcome/schema";
import { eraseKeptPerson } from "@/lib/privacy/erasures/kept-people/commands";
import { formAction } from "@/lib/web/form-action";

const list = (slug: string) => `/hote/${slug}/membres`;
const listPage = "/hote/[slug]/membres";

async function refusedWords({ refusal }: { refusal: keyof typeof belongingRefusalKeys }) {
  revalidatePath(listPage, "page");
  return { message: (await getTranslations("belonging"))(belongingRefusalKeys[refusal]) };
}

export const acceptMembershipAction = formAction({
  name: "membership-accept",
  input: membershipPersonInput,
  run: acceptMembership,
  done: (_said, { slug, personId }) => ({ redirect: `${list(slug)}?fait=accept&qui=${personId}` }),
  refused: refusedWords,
});

export const declineMembershipAction = formAction({
  name: "membership-decline",
  input: membershipPersonInput,
  run: declineMembership,
  done: (_said, { slug, personId }) => ({ redirect: `${list(slug)}?fait=decline&qui=${personId}` }),
  refused: refusedWords,
});

export const endMembershipAction = formAction({
  name: "membership-end",
  input: membershipPersonInput,
  run: endMembership,
  done: (_said, { slug, personId }) => ({ redirect: `${list(slug)}?fait=end&qui=${personId}` }),
  refused: refusedWords,
});

export const undoMembershipAction = formAction({
  name: "membership-undo",
  input: membershipPersonInput,
  run: undoMembershipDecision,
  done: (_said, { slug, personId }) => ({ redirect: `${list(slug)}?fait=undo&qui=${personId}` }),
  refused: refusedWords,
});

export const inviteAction = formAction({
  name: "invite",
  input: inviteInput,
  run: inviteToSpace,
  done: async ({ code, expiresAt }, { email }) => {
    revalidatePath(listPage, "page");
    const [t, language] = await Promise.all([getTranslations("belonging.host"), getLocale()]);
    const words = { code: spacedCode(code), day: dayWords(expiresAt, localeOf(language)) };
    return { message: t(email ? "invitedSent" : "invited", words) };
  },
  refused: refusedWords,
});

export const revokeInvitationAction = formAction({
  name: "invitation-revoke",
  input: invitationInput,
  run: revokeInvitation,
  done: (_revoked, { slug }) => ({ redirect: `${list(slug)}?fait=revoke` }),
  refused: refusedWords,
});

export const markStepAction = formAction({
  name: "welcome-mark",
  input: markStepInput,
  run: markStep,
  done: (_marked, { slug, personId }) => ({ redirect: `${list(slug)}/${personId}?fait=note` }),
  refused: refusedWords,
});

export const acceptRulesForAction = formAction({
  name: "accept-rules-for",
  input: acceptRulesInput.required({ personId: true }),
  run: acceptRules,
  done: (_accepted, { slug, personId }) => ({ redirect: `${list(slug)}/${personId}?fait=note` }),
  refused: refusedWords,
});

export const keepPersonAction = formAction({
  name: "keep-person",
  input: keepPersonInput,
  run: keepPerson,
  done: ({ personId }, { slug }) => ({ redirect: `${list(slug)}/${personId}?fait=ajout` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const correctKeptPersonAction = formAction({
  name: "kept-person-correct",
  input: keepPersonInput,
  run: correctKeptPerson,
  done: (_corrected, { slug, personId }) => ({ redirect: `${list(slug)}/${personId}?fait=note` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const nameContactOfAction = formAction({
  name: "kept-person-contact",
  input: contactOfInput,
  run: nameContactOf,
  done: (_named, { slug, personId }) => ({ redirect: `${list(slug)}/${personId}?fait=note` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const dropContactOfAction = formAction({
  name: "kept-person-contact-drop",
  input: membershipPersonInput,
  run: dropContactOf,
  done: (_dropped, { slug, personId }) => ({ redirect: `${list(slug)}/${personId}?fait=note` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const eraseKeptPersonAction = formAction({
  name: "kept-person-erase",
  input: membershipPersonInput,
  run: eraseKeptPerson,
  done: (_erased, { slug }) => ({ redirect: `${list(slug)}?fait=erase` }),
  refused: ({ refusal }) => ({ message: refusal }),
});

export const renewClaimCodeAction = formAction({
  name: "claim-code",
  input: membershipPersonInput,
  run: renewClaimCode,
  done: async ({ code, expiresAt, name }) => {
    const [t, language] = await Promise.all([getTranslations("belonging.card"), getLocale()]);
    const day = dayWords(expiresAt, localeOf(language));
    const value = {
      code: spacedCode(code),
      title: t("title", named(name)),
      lasts: t("lasts", { day }),
    };
    return { message: t("print"), value };
  },
  refused: ({ refusal }) => ({ message: refusal }),
});

const memberPage = "/hote/[slug]/membres/[id]";

export const giveHabilitationAction = formAction({
  name: "habilitation-give",
  input: giveHabilitationInput,
  run: giveHabilitation,
  done: async () => {
    revalidatePath(memberPage, "page");
    return { message: (await getTranslations("habilitations"))("host.given") };
  },
  refused: async ({ refusal }) => ({
    message: (await getTranslations("habilitations"))(givingRefusalKeys[refusal]),
  }),
});

export const takeBackHabilitationAction = formAction({
  name: "habilitation-take-back",
  input: takeBackHabilitationInput,
  run: takeBackHabilitation,
  done: async () => {
    revalidatePath(memberPage, "page");
    return { message: (await getTranslations("habilitations"))("host.takenBack") };
  },
  refused: ({ refusal }) => ({ message: refusal }),
});
