import { cache } from "react";
import { findContactEmail } from "@/lib/privacy/network-settings/queries";

/** Where one writes to the network, read once a request. */
export const networkContact = cache(findContactEmail);
