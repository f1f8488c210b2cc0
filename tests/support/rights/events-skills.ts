import {
  changeHabilitation,
  giveHabilitation,
  makeHabilitation,
  takeBackHabilitation,
  withdrawHabilitation,
} from "@/lib/members/habilitations/commands";
import { aHabilitation } from "../habilitations";
import { by, ten, type Verbs, type World } from "./world";

const gift = async (w: World) => {
  await w.membership();
  const { id: habilitationId } = await aHabilitation();
  return { slug: w.here.slug, personId: w.owner.personId, habilitationId, reason: "Essai" };
};

/** The list is staff's to keep, the gift is a host's. */
export const rightsOverSkills: Verbs = {
  makeHabilitation: {
    who: by.staff,
    say: ({ actor, here }) => makeHabilitation(actor, { nameFr: `Clés ${here.id}` }, ten),
  },
  changeHabilitation: {
    who: by.staff,
    say: async ({ actor, here }) => {
      const { id: habilitationId } = await aHabilitation();
      return changeHabilitation(actor, { habilitationId, nameFr: `Four ${here.id}` });
    },
  },
  withdrawHabilitation: {
    who: by.staff,
    say: async ({ actor }) =>
      withdrawHabilitation(actor, { habilitationId: (await aHabilitation()).id }, ten),
  },
  giveHabilitation: {
    who: by.hosts,
    say: async (w) => giveHabilitation(w.actor, await gift(w), ten),
  },
  takeBackHabilitation: {
    who: by.hosts,
    say: async (w) => takeBackHabilitation(w.actor, await gift(w), ten),
  },
};
