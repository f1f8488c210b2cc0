import pino from "pino";
import { env } from "@/lib/infra/env";

const secrets = ["email", "to", "token", "code", "cookie", "authorization", "password", "secret"];

/** One line of JSON per event; names of personal and secret fields are cut wherever they appear. */
export const log = pino({
  level: env().LOG_LEVEL,
  serializers: { err: errorInWords },
  redact: {
    paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    censor: "[redacted]",
  },
});

/** Without the connection that an error of Postgres carries: pages of it, and the address of the database. */
export function errorInWords(error: Error): pino.SerializedError {
  const { client: _client, ...told } = pino.stdSerializers.err(error);
  return told;
}
