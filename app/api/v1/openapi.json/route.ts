import { openApiDocument } from "@/lib/web/api/openapi";
import { handlersOf, operation, Written } from "@/lib/web/api/operation";

const document = operation({
  id: "openapi",
  summary: "This document.",
  access: "public",
  answers: { 200: { description: "OpenAPI 3.1." } },
  handle: async () => ({ body: new Written(openApiDocument()) }),
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf({ GET: document });
