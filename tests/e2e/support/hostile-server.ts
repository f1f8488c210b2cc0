import { renderNotification } from "@/lib/notifications/rules";
import { notificationPayloads } from "@/lib/notifications/schema";
import { journeysDatabase, startDemonstration } from "../../../scripts/browser/demonstration";
import { generateClient } from "../../../scripts/build/generate";
import { buildRelease } from "../../../scripts/build/release";
import { atEnd, runCommand } from "../../../scripts/launch/life";
import { step } from "../../../scripts/launch/step.js";
import { whenEnded } from "../../../scripts/launch/web-server";
import { passingPostgres } from "../../../scripts/postgres/embedded";
import { fillWithHostileTexts } from "../../support/hostile-database";
import { hostilePayload } from "../../support/hostile-payloads";

/**
 * A demonstration of its own, on a Postgres of its own, in which everything somebody could have written
 * is hostile: the journeys beside it must not meet it. Says where it is once it is ready.
 */
await runCommand(async () => {
  const postgres = await passingPostgres();
  atEnd(() => postgres.stop());
  await generateClient();
  const { directory } = await step("production build", buildRelease);
  const { child, origin } = await startDemonstration(postgres, directory);
  const filled = await fillWithHostileTexts(postgres.url(journeysDatabase));
  const mails = (Object.keys(notificationPayloads) as (keyof typeof notificationPayloads)[]).map(
    (kind) => {
      const notification = { kind, locale: "fr", payload: hostilePayload(kind) };
      return [kind, renderNotification({ ...notification, createdAt: new Date() }).html];
    },
  );
  process.stdout.write(`HOSTILE ${JSON.stringify({ origin, filled, mails })}\n`);
  await whenEnded(child);
  return 1;
}, 0);
