import { db } from "@/lib/infra/db";
import type { CommuteMode } from "@/lib/reports/commutes/schema";

type DemoCommute = {
  /** Of `membre-<number>@demo.test`. */
  number: number;
  work: string;
  mode: CommuteMode;
  /** One way, where they typed it. */
  km?: number;
  /** Days ago they agreed. */
  since: number;
};

const [cahors, fumel, gourdon, montauban, toulouse] = ["46042", "47106", "46127", "82121", "31555"];

/** Enough by car for that figure to be told; the other means are of too few people, and are not. */
const commutes: DemoCommute[] = [
  { number: 1, work: cahors, mode: "car", km: 24, since: 200 },
  { number: 4, work: cahors, mode: "car", since: 180 },
  { number: 13, work: montauban, mode: "car", since: 90 },
  { number: 17, work: fumel, mode: "car", km: 31.5, since: 210 },
  { number: 18, work: cahors, mode: "car", since: 120 },
  { number: 19, work: gourdon, mode: "car", since: 60 },
  { number: 25, work: cahors, mode: "car", km: 38, since: 150 },
  { number: 20, work: cahors, mode: "shared_car", since: 75 },
  { number: 26, work: toulouse, mode: "train", since: 40 },
  { number: 27, work: cahors, mode: "bus", since: 30 },
  { number: 34, work: cahors, mode: "active", km: 6, since: 25 },
];

/** Salaried teleworkers too, who gave nothing: the reports say how many they are. */
const silent = [28, 36];

/** Invented: who teleworks, where they would otherwise drive, and that they agreed to its being summed. */
export async function seedTravel(at: Date): Promise<void> {
  const numbers = [...commutes.map(({ number }) => number), ...silent];
  const people = await db.person.findMany({
    where: { email: { in: numbers.map(emailOf) } },
    select: { id: true, email: true },
  });
  const idOf = new Map(people.map(({ id, email }) => [email, id]));
  await db.profile.updateMany({
    where: { personId: { in: people.map(({ id }) => id) } },
    data: { situation: "teleworker" },
  });
  await db.commute.createMany({
    data: commutes.map(({ number, work, mode, km, since }) => ({
      personId: idOf.get(emailOf(number)) ?? "",
      workplaceId: work,
      mode,
      kmToWork: km ?? null,
      agreedAt: new Date(at.getTime() - since * 86_400_000),
    })),
  });
}

function emailOf(number: number): string {
  return `membre-${number}@demo.test`;
}
