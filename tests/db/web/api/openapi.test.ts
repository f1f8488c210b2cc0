import { readdirSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { z } from "zod";
import { openApiDocument } from "@/lib/web/api/openapi";
import { aMember } from "@/tests/support/actors";
import { call, tokenOf } from "@/tests/support/api";
import { aSpace } from "@/tests/support/factories";

const methods = z.record(z.string(), z.looseObject({ operationId: z.string() }));
const documentShape = z.looseObject({
  paths: z.record(z.string(), methods),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});
const document = documentShape.parse(JSON.parse(JSON.stringify(openApiDocument())));

test("the document is OpenAPI 3.1, by somebody else's reading", async () => {
  const validator = new Validator();
  expect(await validator.validate(JSON.parse(JSON.stringify(document)))).toMatchObject({
    valid: true,
  });
  expect(validator.version).toBe("3.1");
});

test("every route file is in the document, and the reverse", () => {
  const root = path.join(process.cwd(), "app/api/v1");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("route.ts"))
    .map((file) => `/api/v1/${path.dirname(file)}`.replace(/\[(\w+)\]/g, "{$1}"))
    // What answers for every other address is none.
    .filter((address) => !address.includes("[["));
  expect(files.sort()).toEqual(Object.keys(document.paths).sort());
});

test("every reference in it leads somewhere, and every operation has a name of its own", () => {
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name);
  expect(text).not.toContain("#/$defs/");
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("what is answered has the shape the document says", async () => {
  const { slug } = await aSpace();
  const token = await tokenOf(await aMember());
  const { spaceShape, resourceShape, availabilityShape, bookingShape, problemShape, pageOf } =
    await import("@/lib/web/api/shapes");
  const answers = [
    [pageOf(spaceShape), "/api/v1/spaces"],
    [pageOf(resourceShape), `/api/v1/spaces/${slug}/resources`],
    [availabilityShape, `/api/v1/spaces/${slug}/availability?from=2026-12-01`],
    [pageOf(bookingShape), "/api/v1/bookings"],
    [problemShape, "/api/v1/spaces/nulle-part"],
  ] as const;
  for (const [shape, address] of answers) {
    const { json } = await call("GET", address, { token });
    expect(shape.safeParse(json).error, address).toBeUndefined();
  }
});
