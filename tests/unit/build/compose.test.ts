import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { envSchema, parseEnv } from "@/lib/infra/env";

const root = path.resolve(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

const service = z.object({
  image: z.string().optional(),
  build: z.object({ target: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  healthcheck: z.unknown().optional(),
  container_name: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  volumes: z.array(z.string()).default([]),
});
const composeFile = z.object({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.unknown()),
});

const text = read("docker-compose.yml");
const { services, volumes } = composeFile.parse(parse(text, { merge: true }));
const known = Object.keys(envSchema.shape);
const ours = ["app", "worker", "migrate"];
const stages = [...read("Dockerfile").matchAll(/^FROM (\S+) AS (\S+)$/gm)];

test("the installation has a database, web servers, workers, a proxy and a mail catcher", () => {
  expect(Object.keys(services).sort()).toEqual(
    ["app", "mail", "migrate", "postgres", "proxy", "worker"].sort(),
  );
  expect(services["postgres"]?.image).toBe("postgres:18");
  expect(services["mail"]?.profiles).toEqual(["dev"]);
});

test.each(ours)("every variable given to %s is one the platform reads", (name) => {
  const given = Object.keys(services[name]?.environment ?? {});
  expect(given.filter((variable) => !known.includes(variable))).toEqual([]);
});

test("a secret without a value stops the start with a sentence; none has a default", () => {
  for (const secret of ["POSTGRES_PASSWORD", "NEXTAUTH_SECRET", "NEXTAUTH_URL", "SMTP_URL"]) {
    const uses = [...text.matchAll(new RegExp(`\\$\\{${secret}([^}]*)\\}`, "g"))];
    expect(uses.length, secret).toBeGreaterThan(0);
    for (const [, rest] of uses) expect(rest, secret).toMatch(/^:\?\w+ .{10,}/);
  }
});

test("what the containers are given is an environment the platform accepts", () => {
  const filled = (value: string) =>
    value
      .replaceAll(/\$\{NEXTAUTH_URL[^}]*\}/g, "https://cowloting.example")
      .replaceAll(/\$\{SMTP_URL[^}]*\}/g, "smtps://mail.example:465")
      .replaceAll(/\$\{\w+:\?[^}]*\}/g, "a-long-secret-of-thirty-two-characters")
      .replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1");
  for (const name of ours) {
    const given = Object.entries(services[name]?.environment ?? {});
    const env = Object.fromEntries(given.map(([variable, value]) => [variable, filled(value)]));
    expect(() => parseEnv(env), name).not.toThrow();
  }
});

test("replicas do not get in each other's way", () => {
  for (const name of ["app", "worker"]) {
    expect(services[name]?.ports).toEqual([]);
    expect(services[name]?.container_name).toBeUndefined();
  }
  expect(services["app"]?.environment["WORKER"]).toBe("off");
  expect(services["worker"]?.environment["WORKER"]).toBe("process");
});

test("services wait until what they need is well, and data outlive their containers", () => {
  for (const [name, { depends_on }] of Object.entries(services)) {
    for (const [needed, { condition }] of Object.entries(depends_on)) {
      expect(services[needed], `${name} needs ${needed}`).toBeDefined();
      expect(condition).not.toBe("service_started");
    }
  }
  expect(services["postgres"]?.healthcheck).toBeDefined();
  const named = Object.values(services)
    .flatMap((each) => each.volumes)
    .map((volume) => volume.split(":")[0] ?? "");
  expect(named.sort()).toEqual(Object.keys(volumes).sort());
});

test("a worker without a port is checked by a script that exists", () => {
  const { test: command } = z
    .object({ test: z.array(z.string()) })
    .parse(services["worker"]?.healthcheck);
  const script = command.find((part) => part.endsWith(".ts")) ?? "";
  expect(read(script)).toContain("isSomeWorkerAlive");
});

test("every image that is built has its stage, on Node 24, not as root, checked for health", () => {
  const names = stages.map(([, , name]) => name);
  for (const { build } of Object.values(services)) {
    if (build) expect(names).toContain(build.target);
  }
  for (const [, from] of stages) {
    expect(from?.startsWith("node:24") || names.includes(from)).toBe(true);
  }
  for (const name of ours) {
    const stage = read("Dockerfile")
      .split(/^FROM /m)
      .find((part) => part.includes(` AS ${name}\n`));
    expect(stage).toContain("USER node");
  }
  expect(read("Dockerfile")).toContain("HEALTHCHECK");
});

test("the image is built from files that exist, and receives all that the build reads", async () => {
  const { builtFrom } = await import("../../../scripts/build/sources");
  const { existsSync } = await import("node:fs");
  const sent = read(".dockerignore")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));
  for (const part of builtFrom.filter((each) => existsSync(path.join(root, each)))) {
    expect(sent, part).toContain(part.split("/")[0]);
  }
});

test(".env.example describes every variable and gives no secret", () => {
  const example = read(".env.example");
  for (const variable of known)
    expect(example, variable).toMatch(new RegExp(`^#${variable}=`, "m"));
  expect(example).not.toMatch(/^[A-Z]/m);
  const described = [...example.matchAll(/^#([A-Z_]+)=/gm)].map((match) => match[1]);
  const readable = [...known, "POSTGRES_PASSWORD", "HOST", "DATABASE_NAME"];
  expect(described.filter((variable) => !readable.includes(variable ?? ""))).toEqual([]);
});
