"use server";

import { getTranslations } from "next-intl/server";
import { photoRefusalKeys } from "@/components/members/refusals";
import { Unauthenticated } from "@/lib/core/errors";
import { removePhoto, savePhoto } from "@/lib/members/photos/commands";
import { photoInput, removePhotoInput } from "@/lib/members/photos/schema";
import { formAction } from "@/lib/web/form-action";

const address = "/mon-espace/profil/photo";

export const savePhotoAction = formAction({
  name: "photo",
  input: photoInput,
  file: "photo",
  run: async (actor, { photo }) => {
    if (actor.kind !== "person") throw new Unauthenticated();
    return savePhoto(actor, Buffer.from(await photo.arrayBuffer()));
  },
  done: () => ({ redirect: "/mon-espace/profil?fait=photo" }),
  refused: async ({ refusal }) => ({
    message: (await getTranslations("profile"))(photoRefusalKeys[refusal]),
  }),
  returnTo: () => address,
});

export const removePhotoAction = formAction({
  name: "photo-remove",
  input: removePhotoInput,
  run: async (actor) => {
    if (actor.kind !== "person") throw new Unauthenticated();
    return removePhoto(actor);
  },
  done: () => ({ redirect: "/mon-espace/profil?fait=sans-photo" }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});
