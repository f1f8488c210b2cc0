import { randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";

export type Field = [name: string, value: string];

/**
 * Hidden fields of each form of a page that posts to an action, as a browser without JavaScript sends them;
 * of those alone that say `words`.
 */
export async function formsOf(
  request: APIRequestContext,
  address: string,
  words = "",
): Promise<Field[][]> {
  const html = await (await request.get(address)).text();
  return [...html.matchAll(/<form[^>]*multipart[\s\S]*?<\/form>/g)]
    .filter(([form]) => form.includes(words))
    .map(([form]) =>
      [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(
        ([input]): Field => [
          unescaped(/name="([^"]*)"/.exec(input)?.[1]),
          unescaped(/value="([^"]*)"/.exec(input)?.[1]),
        ],
      ),
    );
}

function unescaped(text = ""): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

/** Written by hand: a library would refuse or repair what is wrong on purpose. */
export async function post(
  request: APIRequestContext,
  address: string,
  fields: Field[],
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const boundary = `----${randomUUID()}`;
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const site = { "sec-fetch-site": "same-origin" };
  return request.post(address, {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, ...site, ...headers },
    data: Buffer.from(`${parts.join("")}--${boundary}--\r\n`, "utf8"),
    maxRedirects: 0,
  });
}
