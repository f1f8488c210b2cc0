import { z } from "zod";
import { type Stopped, type Topic, topics } from "./schema";

const subject = z.tuple([z.uuid(), z.enum(topics)]);

export type Subject = { personId: string; topic: Topic };

/** What the token of a mail says once its signature is checked. */
export function subjectText({ personId, topic }: Subject): string {
  return `${personId} ${topic}`;
}

/** The same read back; null when it is not one of ours. */
export function readSubject(text: string | null): Subject | null {
  const read = subject.safeParse(text?.split(" "));
  return read.success ? { personId: read.data[0], topic: read.data[1] } : null;
}

/** As an address and a form carry what was stopped. */
export function stoppedAsText(stopped: Stopped): string {
  return stopped.map(({ category, mail }) => `${category}:${mail}`).join(",");
}
