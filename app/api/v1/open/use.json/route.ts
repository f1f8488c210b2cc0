import { fileResource } from "@/lib/web/api/open/files";
import { useJson } from "@/lib/web/api/open/use";
import { handlersOf } from "@/lib/web/api/operation";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(fileResource(useJson));
