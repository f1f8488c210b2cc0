"use server";

import { updateNetworkSettings } from "@/lib/privacy/network-settings/commands";
import { networkSettingsInput } from "@/lib/privacy/network-settings/schema";
import { formAction } from "@/lib/web/form-action";

const address = "/pilotage/reseau";

export const updateNetworkAction = formAction({
  name: "network-settings",
  input: networkSettingsInput,
  run: updateNetworkSettings,
  done: () => ({ redirect: `${address}?fait=enregistre` }),
  refused: ({ refusal }) => ({ message: refusal }),
  returnTo: () => address,
});
