import common from "./en/common.json";
import mails from "./en/mails.json";
import type { fr } from "./fr";

export const en: typeof fr = { common, mails };
