"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { nameRefusalKeys, withdrawRefusalKeys } from "@/components/roles/refusals";
import { nameHolder, withdrawRole } from "@/lib/identity/roles/commands";
import { grantIdInput, nameHolderInput } from "@/lib/identity/roles/schema";
import { formAction } from "@/lib/web/form-action";
import { tellRole } from "@/lib/web/role-mail";

const page = "/pilotage/roles";

export const nameHolderAction = formAction({
  name: "name-holder",
  input: nameHolderInput,
  run: (actor, input) => nameHolder(actor, input, tellRole),
  done: () => ({ redirect: `${page}?fait=donne` }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("roles"))(nameRefusalKeys[refusal]),
  }),
});

export const withdrawRoleAction = formAction({
  name: "withdraw-role",
  input: grantIdInput,
  run: (actor, input) => withdrawRole(actor, input, tellRole),
  done: () => ({ redirect: `${page}?fait=retire` }),
  refused: async ({ refusal }) => {
    revalidatePath(page, "page");
    return { message: (await getTranslations("roles"))(withdrawRefusalKeys[refusal]) };
  },
});
