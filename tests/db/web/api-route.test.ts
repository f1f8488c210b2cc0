import { expect, test } from "vitest";
import { Forbidden, NotFound, Unauthenticated } from "@/lib/core/errors";
import { apiRoute } from "@/lib/web/api-route";

const answerTo = (error: unknown) =>
  apiRoute("test", async () => {
    throw error;
  })(new Request("http://localhost/x"), {});

test("what is hidden is not found, what is not allowed is said so", async () => {
  expect((await answerTo(new NotFound())).status).toBe(404);
  expect((await answerTo(new Unauthenticated())).status).toBe(401);
  expect((await answerTo(new Forbidden())).status).toBe(403);
});

test("an answer passes as it is", async () => {
  const route = apiRoute("test", async () => new Response("csv", { status: 200 }));
  expect(await (await route(new Request("http://localhost/x"), {})).text()).toBe("csv");
});

test("a defect tells a reference and nothing of itself", async () => {
  const response = await answerTo(new Error("password is hunter2"));
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toEqual({ reference: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(text).not.toContain("hunter2");
});
