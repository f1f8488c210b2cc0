import { handlersOf } from "@/lib/web/api/operation";
import { surveyResultsResource } from "@/lib/web/api/survey";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlersOf(surveyResultsResource);
