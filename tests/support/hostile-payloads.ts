import { z } from "zod";
import { notificationPayloads } from "@/lib/notifications/schema";
import { allHostile } from "./hostile-texts";

type Kind = keyof typeof notificationPayloads;

const url = "https://cowloting.example/mon-espace";

/** A payload of that kind with every text it takes, as its schema asks, made of `text`. */
function payloadOf(kind: Kind, text: string): unknown {
  return filled(z.toJSONSchema(notificationPayloads[kind], { io: "input" }), text);
}

export const hostilePayload = (kind: Kind) => payloadOf(kind, allHostile);
export const plainPayload = (kind: Kind) => payloadOf(kind, "Bonjour");

type Schema = z.core.JSONSchema.BaseSchema | boolean;

function filled(schema: Schema | undefined, text: string): unknown {
  if (typeof schema !== "object") return text;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.find((each) => typeof each === "object" && each.type !== "null");
  if (choice) return filled(choice, text);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, each]) => [
          key,
          key === "timeZone" ? "Europe/Paris" : filledAs(key, each, text),
        ]),
      );
    case "array":
      return [filled(Array.isArray(schema.items) ? schema.items[0] : schema.items, text)];
    case "integer":
    case "number":
      return 2;
    case "boolean":
      return true;
    default:
      return textOf(schema.format, text);
  }
}

/** Days are plain texts to a schema; they are told by their names. */
const dayNames = /^(day|days|month|others|from|to|until|first|last)$/;

function filledAs(key: string, schema: Schema, text: string): unknown {
  return filled(schema, dayNames.test(key) ? "2026-06-16" : text);
}

function textOf(format: string | undefined, text: string): string {
  if (format === "uri") return url;
  if (format === "uuid") return "0197a5c4-0000-7000-8000-000000000001";
  if (format === "email") return "ada@exemple.test";
  if (format === "date") return "2026-06-16";
  if (format === "date-time") return "2026-06-16T06:30:00.000Z";
  return text;
}
