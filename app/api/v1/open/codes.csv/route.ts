import { openCodesResource } from "@/lib/web/api/open/resources";
import { handlersOf } from "@/lib/web/api/operation";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(openCodesResource);
