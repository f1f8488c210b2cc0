import { fileResource } from "@/lib/web/api/open/files";
import { placesCsv } from "@/lib/web/api/open/places";
import { handlersOf } from "@/lib/web/api/operation";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(fileResource(placesCsv));
