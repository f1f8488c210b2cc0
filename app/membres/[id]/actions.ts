"use server";

import { Unauthenticated } from "@/lib/core/errors";
import { blockPerson } from "@/lib/members/blocks/commands";
import { blockInput } from "@/lib/members/blocks/schema";
import { formAction } from "@/lib/web/form-action";

export const blockPersonAction = formAction({
  name: "block",
  input: blockInput,
  run: async (actor, input) => {
    if (actor.kind !== "person") throw new Unauthenticated();
    return blockPerson(actor, input);
  },
  done: ({ personId }) => ({ redirect: `/membres?bloque=${personId}` }),
  refused: ({ refusal }) => ({ message: refusal }),
});
