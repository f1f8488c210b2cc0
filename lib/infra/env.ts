import "server-only";
import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .optional()
  .transform((value) => value === "1");
const optionalText = z.string().trim().min(1).optional();

/** Every variable the platform reads; compose.yml and .env.example are tested against it. */
export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  /** Postgres of the installation; the start script provides the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** A streaming replica for reports. */
  DATABASE_READ_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** Signs what next-auth signs; at least 32 characters. */
  NEXTAUTH_SECRET: z.string().min(32),
  /** Public origin, e.g. https://cowloting.example. */
  NEXTAUTH_URL: z.url(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Demonstration mode: banner, one-click accounts, mailbox page. */
  DEMO: flag,
  /** smtp://user:password@host:port or smtps://…; without it demonstration mode keeps mails on a page. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default("Cowloting <cowloting@gmail.com>"),
  /** "process": jobs run inside the web process; "off": a separate worker runs them. */
  WORKER: z.enum(["process", "off"]).default("process"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** JSON list of OIDC providers: [{id, name, issuer, clientId, clientSecret, scope?}]. */
  OIDC_PROVIDERS: optionalText,
  /** Tiles of an outside map, asked only after the visitor accepts; empty keeps the offline basemap. */
  MAP_TILES_URL: z.url({ protocol: /^https?$/ }).optional(),
  MAP_TILES_ATTRIBUTION: optionalText,
  /** Addresses the proxy in front adds to X-Forwarded-For; 0 = none, the header is ignored. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Instant at which the clock starts, for browser tests and screenshots; demonstration mode only. */
  CLOCK_START: z.iso.datetime({ offset: true }).optional(),
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The environment, checked once; throws a sentence per wrong variable. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(present);
  if (!result.success) {
    throw new Error(`Environment refused:\n${z.prettifyError(result.error)}`);
  }
  if (result.data.CLOCK_START && !result.data.DEMO) {
    throw new Error("Environment refused: CLOCK_START is for demonstration mode only (DEMO=1)");
  }
  if (!result.data.SMTP_URL && !result.data.DEMO) {
    throw new Error(
      "Environment refused: SMTP_URL is missing (only demonstration mode does without)",
    );
  }
  return result.data;
}
