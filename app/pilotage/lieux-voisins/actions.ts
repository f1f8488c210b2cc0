"use server";

import { getTranslations } from "next-intl/server";
import { importRefusalKeys } from "@/components/place-imports/refusals";
import { confirmImport, tryImport } from "@/lib/spaces/place-imports/commands";
import {
  type ConfirmRefusal,
  confirmImportInput,
  type FileRefusal,
  tryImportInput,
} from "@/lib/spaces/place-imports/schema";
import { formAction } from "@/lib/web/form-action";

const page = "/pilotage/lieux-voisins";

async function refused({ refusal }: { refusal: FileRefusal | ConfirmRefusal }) {
  return { message: (await getTranslations("placeImports"))(importRefusalKeys[refusal]) };
}

export const tryPlacesAction = formAction({
  name: "places-try",
  input: tryImportInput,
  file: "file",
  run: async (actor, { file, source, sourceDate, ...columns }) =>
    tryImport(actor, {
      ...{ bytes: new Uint8Array(await file.arrayBuffer()), source, sourceDate },
      columns: {
        ...{ name: columns.nameColumn, commune: columns.communeColumn },
        ...{ latitude: columns.latitudeColumn, longitude: columns.longitudeColumn },
        address: columns.addressColumn,
      },
    }),
  done: ({ id }) => ({ redirect: `${page}?essai=${id}` }),
  refused,
  returnTo: () => page,
  timesAMinute: 10,
});

export const confirmPlacesAction = formAction({
  name: "places-confirm",
  input: confirmImportInput,
  run: confirmImport,
  done: (_made, { id }) => ({ redirect: `${page}?essai=${id}` }),
  refused,
  returnTo: () => page,
});
