import { z } from "zod";
import { env } from "@/lib/infra/env";
import { bookingResource, bookingsResource } from "./bookings";
import { eventActivityResource, eventResource, eventsResource } from "./events";
import { openPaths } from "./open/resources";
import type { Method, Operation, Resource } from "./operation";
import { refusalCodes, statusOf } from "./problem";
import { problemShape } from "./shapes";
import {
  availabilityResource,
  resourcesResource,
  spaceResource,
  spacesGeojsonResource,
  spacesResource,
} from "./spaces";
import { surveyResultsResource } from "./survey";

/** Every address of the API; a test walks the route files and these alike. */
export const apiPaths: Record<string, Resource> = {
  "/api/v1/spaces": spacesResource,
  "/api/v1/spaces.geojson": spacesGeojsonResource,
  "/api/v1/spaces/{slug}": spaceResource,
  "/api/v1/spaces/{slug}/resources": resourcesResource,
  "/api/v1/spaces/{slug}/availability": availabilityResource,
  "/api/v1/events": eventsResource,
  "/api/v1/events/{slug}": eventResource,
  "/api/v1/events/{slug}/activity": eventActivityResource,
  "/api/v1/survey/results": surveyResultsResource,
  ...openPaths,
  "/api/v1/bookings": bookingsResource,
  "/api/v1/bookings/{id}": bookingResource,
};

/** The API as OpenAPI 3.1, from the very schemas that read and write it. */
export function openApiDocument(): object {
  const schemas: Record<string, unknown> = {};
  const write = schemaWriter(schemas);
  const paths = Object.entries(apiPaths).map(
    ([address, resource]) => [address, pathItem(resource, write)] as const,
  );
  write(problemShape, "output");
  return {
    openapi: "3.1.1",
    info: {
      title: "Cowloting",
      version: "1.0.0",
      summary:
        "Spaces, what is free in them, bookings, events, and what the survey of the valley said.",
      description: description(),
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: env().NEXTAUTH_URL }],
    paths: {
      ...Object.fromEntries(paths),
      "/api/v1/openapi.json": {
        get: {
          operationId: "openapi",
          summary: "This document.",
          security: [],
          responses: { 200: json({ type: "object" }, "OpenAPI 3.1.") },
        },
      },
    },
    components: {
      schemas,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description:
            "A personal token, made on /mon-espace/cles; scopes bookings:read, bookings:write.",
        },
      },
    },
  };
}

function description(): string {
  return [
    "Public addresses need no token and answer to pages of any site. A session cookie gives no right here.",
    "Errors are problems (RFC 9457). 400: what cannot be read as this document says. 404: unknown, or hidden.",
    "409: the place is held (slot_taken, space_full, house_full, already_booked). 422: any other refusal of the rules.",
    "Refusals of a new booking carry up to three alternatives, each of which may be sent as it is.",
    "Collections answer {items, next}; next is an address, null at the end. GET answers carry an ETag.",
    "Requests a minute are limited for each token, and for each network without one (429, Retry-After).",
    `Refusal codes: ${refusalCodes.join(", ")}.`,
  ].join("\n");
}

function pathItem(resource: Resource, write: Writer) {
  return Object.fromEntries(
    Object.entries(resource).map(([method, operation]) => [
      method.toLowerCase(),
      operationOf(operation, isMethod(method) ? method : "GET", write),
    ]),
  );
}

function operationOf(operation: Operation, method: Method, write: Writer) {
  const { id, summary, access, params, query, headers } = operation;
  const body = operation.documentedBody ?? operation.body;
  return {
    operationId: id,
    summary,
    security: access === "public" ? [] : [{ token: [access] }],
    parameters: [
      ...parametersOf(params, "path", write),
      ...parametersOf(query, "query", write),
      ...parametersOf(headers, "header", write),
      ...(method === "GET" ? [ifNoneMatch] : []),
    ],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { "application/json": { schema: write(body, "input") } },
          },
        }
      : {}),
    responses: { ...answersOf(operation, method, write), ...problemsOf(operation) },
  };
}

const ifNoneMatch = {
  name: "If-None-Match",
  in: "header",
  required: false,
  schema: { type: "string" },
  description: "An ETag: 304 when the answer is still that one.",
};

const objectSchema = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  required: z.array(z.string()).default([]),
});

function parametersOf(
  schema: z.ZodObject | undefined,
  place: "path" | "query" | "header",
  write: Writer,
) {
  if (!schema) return [];
  const { properties, required } = objectSchema.parse(write(schema, "input"));
  return Object.entries(properties).map(([name, property]) => ({
    name: place === "header" ? headerName(name) : name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

function answersOf({ answers }: Operation, method: Method, write: Writer) {
  const told = Object.entries(answers).map(([status, { description: text, schema, type }]) => [
    status,
    schema ? json(write(schema, "output"), text, type) : { description: text },
  ]);
  return {
    ...Object.fromEntries(told),
    ...(method === "GET" ? { 304: { description: "Not changed." } } : {}),
  };
}

/** Problems of this operation, by status. */
function problemsOf({ access, params, query, body, refusals = [] }: Operation) {
  const codes: string[] = [
    ...(query || body ? ["invalid_request"] : []),
    ...(body ? ["invalid_json", "body_too_large", "unsupported_media_type"] : []),
    "unauthenticated",
    ...(access === "public" ? [] : ["missing_scope"]),
    ...(params || body ? ["not_found"] : []),
    ...refusals,
    ...["too_many_requests", "failed", "unavailable"],
  ];
  const byStatus = Map.groupBy(codes, statusOf);
  return Object.fromEntries(
    [...byStatus].map(([status, said]) => [
      status,
      json({ $ref: "#/components/schemas/Problem" }, said.join(", "), "application/problem+json"),
    ]),
  );
}

function json(schema: unknown, text: string, type = "application/json") {
  return { description: text, content: { [type]: { schema } } };
}

type Side = "input" | "output";
type Writer = (schema: z.ZodType, side: Side) => object;

/** Writes schemas; named ones go to the document's components, where every reference then points. */
function schemaWriter(components: Record<string, unknown>): Writer {
  return (schema, side) => {
    const text = JSON.stringify(z.toJSONSchema(schema, { io: side }));
    const { $schema, $defs, ...written } = JSON.parse(
      text.replaceAll("#/$defs/", "#/components/schemas/"),
    );
    Object.assign(components, $defs);
    return written;
  };
}

function isMethod(text: string): text is Method {
  return ["GET", "POST", "PATCH", "DELETE"].includes(text);
}
