import { expect, test } from "vitest";
import { GET as getCalendar } from "@/app/evenements/agenda.ics/route";
import { GET as getNews } from "@/app/evenements/flux.xml/route";
import { systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { noteChange } from "@/lib/events/changes/commands";
import {
  getPublishedEvent,
  listEventPage,
  readEventCalendar,
  readEventNews,
} from "@/lib/events/feeds/queries";
import { db } from "@/lib/infra/db";
import { faultsOfCalendar } from "@/tests/support/calendar-lines";
import { anEvent } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

const at = new Date("2026-06-17T08:00:00Z");
const ended = (daysAgo: number) => ({
  state: "cancelled" as const,
  endedAt: new Date(at.getTime() - daysAgo * 86_400_000),
});
const titles = ({ events }: { events: { title: string }[] }) => events.map(({ title }) => title);

test("a calendar tells what was, is and comes, and what was cancelled for thirty days", async () => {
  const space = await aSpace();
  await anEvent(space, { title: "En mai", on: day("2026-05-12") });
  await anEvent(space, { title: "Jadis", on: day("2025-05-12") });
  await anEvent(space, { title: "Demain" });
  await anEvent(space, { title: "Annulé hier", on: day("2026-06-20"), ...ended(1) });
  await anEvent(space, { title: "Annulé jadis", on: day("2026-06-21"), ...ended(31) });
  await anEvent(space, { title: "Proposé", state: "proposed", publishedAt: null });
  await anEvent(space, { title: "Jamais montré", publishedAt: null, ...ended(1) });
  const filter = { space: space.slug };
  expect(titles(await readEventCalendar(filter, at))).toEqual(["En mai", "Demain", "Annulé hier"]);
  expect(titles(await readEventNews(filter, at)).sort()).toEqual(["Annulé hier", "Demain"]);
});

test("a feed is of one space, of one theme, or of both", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  await anEvent(space, { title: "Travail ici" });
  await anEvent(space, { title: "Culture ici", theme: "culture" });
  await anEvent(other, { title: "Culture là-bas", theme: "culture" });
  const both = await readEventCalendar({ space: space.slug, theme: "culture" }, at);
  expect([titles(both), both.space?.name]).toEqual([["Culture ici"], space.name]);
  expect(titles(await readEventCalendar({ theme: "culture" }, at))).toEqual(
    expect.arrayContaining(["Culture ici", "Culture là-bas"]),
  );
  for (const slug of ["nulle-part", "../x", "\0"]) {
    await expect(readEventCalendar({ space: slug }, at)).rejects.toThrow(NotFound);
    await expect(getPublishedEvent(slug, at)).rejects.toThrow(NotFound);
  }
});

test("an entry changed when its history last says so", async () => {
  const event = await anEvent(await aSpace());
  expect((await getPublishedEvent(event.slug, at)).changedAt).toEqual(event.createdAt);
  await noteChange(db, systemActor("test"), event, { verb: "edited", at });
  expect((await getPublishedEvent(event.slug, at)).changedAt).toEqual(at);
});

test("pages follow each other by start, each event once, whatever begins with it", async () => {
  const space = await aSpace();
  for (const title of ["a", "b", "c", "d", "e"]) await anEvent(space, { title });
  const read: string[] = [];
  let after: { startsAt: Date; id: string } | undefined;
  for (let turn = 0; turn < 9; turn += 1) {
    const wanted = { space: space.slug, limit: 2, ...(after ? { after } : {}) };
    const page = await listEventPage(wanted, at);
    read.push(...titles(page));
    after = page.events.at(-1);
    if (!page.hasMore) break;
  }
  expect(read.toSorted()).toEqual(["a", "b", "c", "d", "e"]);
  const june = { space: space.slug, limit: 9, from: new Date("2026-06-18T12:00:00Z") };
  expect(titles(await listEventPage(june, at))).toHaveLength(5);
  expect(titles(await listEventPage({ ...june, until: june.from }, at))).toEqual([]);
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000/evenements/${path}`, { headers });

test("a program reads the addresses without a cookie, and is answered 304 for what it has", async () => {
  const { slug } = await aSpace();
  const first = await getCalendar(ask(`agenda.ics?lieu=${slug}`), {});
  expect([first.status, first.headers.get("content-type")]).toEqual([
    200,
    "text/calendar; charset=utf-8",
  ]);
  expect(first.headers.has("set-cookie")).toBe(false);
  expect(faultsOfCalendar(await first.text())).toEqual([]);
  const etag = first.headers.get("etag") ?? "";
  const again = await getCalendar(ask(`agenda.ics?lieu=${slug}`, { "if-none-match": etag }), {});
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const news = await getNews(ask(`flux.xml?lieu=${slug}&theme=nothing`), {});
  expect(news.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  expect(await news.text()).toContain(`flux.xml?lieu=${slug}" rel="self"`);
  expect((await getNews(ask("flux.xml?lieu=nulle-part"), {})).status).toBe(404);
});
