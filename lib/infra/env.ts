import "server-only";
import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .optional()
  .transform((value) => value === "1");
const optionalText = z.string().trim().min(1).optional();
const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .refine((url) => !URL.parse(url)?.searchParams.has("options"), {
    message: "take options= out of the address: it would undo the TimeZone=UTC of each connection",
  });

/** A key in base64url, of that many characters. */
function vapidKey(length: number) {
  const text = z.string().regex(/^[\w-]+$/, "a key is written in base64url");
  return text.length(length).optional();
}

/** A provider people may sign in with; its client is registered with <public origin>/api/auth/callback/<id>. */
const oidcProvider = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, "an id is made of small letters, digits and hyphens"),
  /** As the button says it. */
  name: z.string().trim().min(1),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scope: z.string().default("openid email profile"),
  /** It checks addresses itself but does not say email_verified (ProConnect, FranceConnect). */
  trustsEmail: z.boolean().default(false),
  /** How it signs its answer to userinfo, when that is not plain JSON (ProConnect, FranceConnect). */
  userinfoAlgorithm: z.enum(["RS256", "RS512", "PS256", "ES256"]).optional(),
});
export type OidcProvider = z.infer<typeof oidcProvider>;

const oidcProviders = z
  .string()
  .default("[]")
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("this is no JSON: write a list, as .env.example shows");
      return z.NEVER;
    }
  })
  .pipe(z.array(oidcProvider))
  .refine((providers) => new Set(providers.map(({ id }) => id)).size === providers.length, {
    message: "two providers have the same id",
  });

/** Every variable the platform reads; compose.yml and .env.example are tested against it. */
export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("production"),
  /** Postgres of the installation; the start script provides the embedded one. */
  DATABASE_URL: postgresUrl,
  /** A streaming replica for reports. */
  DATABASE_READ_URL: postgresUrl.optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  /** Signs what next-auth signs; at least 32 characters. */
  NEXTAUTH_SECRET: z.string().min(32),
  /** Key pair by which push services know the installation; both or none, then it follows from NEXTAUTH_SECRET. */
  VAPID_PUBLIC_KEY: vapidKey(87),
  VAPID_PRIVATE_KEY: vapidKey(43),
  /** Public origin, e.g. https://cowloting.example. */
  NEXTAUTH_URL: z.url(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address the web server listens on. */
  HOSTNAME: z.string().default("0.0.0.0"),
  /** Demonstration mode: banner, one-click accounts, mailbox page. */
  DEMO: flag,
  /** smtp://user:password@host:port or smtps://…; without it demonstration mode keeps mails on a page. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Where one writes to the network as long as its staff have named no address on /pilotage/reseau. */
  CONTACT_EMAIL: z.email().default("cowloting@gmail.com"),
  /** Sender of mails; without one, the network at CONTACT_EMAIL. */
  MAIL_FROM: z.string().optional(),
  /** "process": jobs run inside the web process; "off": a separate worker runs them. */
  WORKER: z.enum(["process", "off"]).default("process"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** JSON list: [{id, name, issuer, clientId, clientSecret, scope?, trustsEmail?, userinfoAlgorithm?}]. */
  OIDC_PROVIDERS: oidcProviders,
  /** Tiles of an outside map, asked only after the visitor accepts; empty keeps the offline basemap. */
  MAP_TILES_URL: z.url({ protocol: /^https?$/ }).optional(),
  MAP_TILES_ATTRIBUTION: optionalText,
  /** The ministry's calendar of school holidays, {zone} being A, B or C; empty keeps the bundled copy. */
  SCHOOL_HOLIDAYS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Proxies in front, each of which adds an address to X-Forwarded-For; 0 = none, the header is ignored. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Requests of the API a minute, for each token and for each network without one; default 600, demonstration 120 000. */
  API_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(10_000_000).optional(),
  /** Routes that only measure (npm run bench); never in an installation. */
  BENCH: flag,
  /** Instant at which the clock starts, for browser tests and screenshots; demonstration mode only. */
  CLOCK_START: z.iso.datetime({ offset: true }).optional(),
});

export type Env = z.infer<typeof envSchema> & { MAIL_FROM: string };

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
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY } = result.data;
  if ((VAPID_PUBLIC_KEY === undefined) !== (VAPID_PRIVATE_KEY === undefined)) {
    throw new Error("Environment refused: VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY go together");
  }
  if (result.data.CLOCK_START && !result.data.DEMO) {
    throw new Error("Environment refused: CLOCK_START is for demonstration mode only (DEMO=1)");
  }
  if (!result.data.SMTP_URL && !result.data.DEMO) {
    throw new Error(
      "Environment refused: SMTP_URL is missing (only demonstration mode does without)",
    );
  }
  const { MAIL_FROM = `Cowloting <${result.data.CONTACT_EMAIL}>` } = result.data;
  return { ...result.data, MAIL_FROM };
}
