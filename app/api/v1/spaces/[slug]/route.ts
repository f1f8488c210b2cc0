import { handlersOf } from "@/lib/web/api/operation";
import { spaceResource } from "@/lib/web/api/spaces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(spaceResource);
