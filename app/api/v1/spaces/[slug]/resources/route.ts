import { handlersOf } from "@/lib/web/api/operation";
import { resourcesResource } from "@/lib/web/api/spaces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(resourcesResource);
