import { z } from "zod";
import { day } from "@/lib/core/day";
import { Refusal } from "./problem";

/** Bytes of the largest body read. */
const largestBody = 64_000;

/** The body as JSON. Refuses 415, 413, and 400 for what is no JSON or no text Postgres could keep. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new Refusal("unsupported_media_type");
  }
  const text = await readText(request);
  const read = jsonOf(text);
  if (!read) throw new Refusal("invalid_json");
  return read.value;
}

function jsonOf(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

async function readText(request: Request): Promise<string> {
  const length = request.headers.get("content-length");
  if (Number(length) > largestBody) throw new Refusal("body_too_large");
  // What announces its length is held to it by the server; what does not is counted here.
  if (length !== null) return request.text();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength;
    if (size > largestBody) throw new Refusal("body_too_large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** What the contract asks for, or 400 with the fields that are wrong. */
export function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const result = schema.safeParse(value);
  if (!result.success) throw invalid(result.error);
  if (!isWritable(result.data)) throw new Refusal("invalid_request", { errors: [unwritable] });
  return result.data;
}

const unwritable = { path: "", message: "NUL or a lone surrogate" };

function invalid(error: z.ZodError): Refusal {
  const errors = error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: path.join("."), message }));
  return new Refusal("invalid_request", { errors });
}

/** Postgres keeps neither NUL nor half of a surrogate pair. */
function isWritable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (Array.isArray(value)) return value.every(isWritable);
  if (typeof value !== "object" || value === null || value instanceof Date) return true;
  return Object.values(value).every(isWritable);
}

/** The query of an address, each name once; 400 for one given twice. */
export function queryOf(request: Request): Record<string, string> {
  const mark = request.url.indexOf("?");
  if (mark < 0) return {};
  const entries = [...new URLSearchParams(request.url.slice(mark + 1))];
  const twice = entries.find(
    ([name], index) => entries.findIndex(([other]) => other === name) < index,
  );
  if (twice) {
    throw new Refusal("invalid_request", { errors: [{ path: twice[0], message: "given twice" }] });
  }
  return Object.fromEntries(entries);
}

/** Real days of this millennium only: `2026-02-30` has no meaning to guess. */
export const apiDay = z.iso
  .date()
  .regex(/^2/, { message: "a day of this millennium" })
  .transform((text) => day(text));
