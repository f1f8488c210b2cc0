import { askRide, offerRide, withdrawRide } from "@/lib/events/rides/commands";
import {
  changeHabilitation,
  giveHabilitation,
  makeHabilitation,
  takeBackHabilitation,
  withdrawHabilitation,
} from "@/lib/members/habilitations/commands";
import { anEvent, thursday } from "../events";
import { aHabilitation } from "../habilitations";
import { by, ten, type Verbs, type World } from "./world";

const gift = async (w: World) => {
  await w.membership();
  const { id: habilitationId } = await aHabilitation();
  return { slug: w.here.slug, personId: w.owner.personId, habilitationId, reason: "Essai" };
};

const journey = async ({ here }: World) => {
  const { slug: event } = await anEvent(here, { on: thursday });
  return { event, communeId: here.communeId, seats: 1 };
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
  offerRide: {
    who: by.anybodySignedIn,
    say: async (w) => offerRide(w.actor, { ...(await journey(w)), leavesAt: 780 }, ten),
  },
  askRide: {
    who: by.anybodySignedIn,
    say: async (w) => askRide(w.actor, await journey(w), ten),
  },
  withdrawRide: {
    who: by.ownerAndHosts,
    say: async (w) => {
      const wish = await journey(w);
      const said = await askRide(w.owner, wish, ten);
      const rideId = said.ok ? said.value.id : "";
      return withdrawRide(w.actor, { event: wish.event, rideId }, ten);
    },
  },
  takeBackHabilitation: {
    who: by.hosts,
    say: async (w) => takeBackHabilitation(w.actor, await gift(w), ten),
  },
};
