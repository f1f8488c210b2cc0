import common from "./fr/common.json";
import mails from "./fr/mails.json";

/** Every sentence in French; English has the same keys, held by the type of messages/en.ts. */
export const fr = { common, mails };
