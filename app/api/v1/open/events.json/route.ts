import { eventsJson } from "@/lib/web/api/open/events";
import { fileResource } from "@/lib/web/api/open/files";
import { handlersOf } from "@/lib/web/api/operation";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(fileResource(eventsJson));
