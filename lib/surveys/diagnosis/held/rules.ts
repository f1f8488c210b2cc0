import { isSafeGap } from "../../disclosure/tellings/rules";
import { waveByWave } from "../../disclosure/waves/rules";
import type { Questionnaire } from "../../questionnaires/schema";
import { tellingDays, type Wish } from "../demand/rules";
import { withHeldIntents, withoutDominating } from "../intents/rules";

/**
 * The wishes every figure of demand is made of, each wave held by itself (`heldInWave`): who is left aside, and
 * which intents are put together, is never changed by whoever comes later. One of several waves of which even
 * the whole may not be told is left aside.
 */
export function heldWishes<Item extends Wish>(
  questionnaire: Questionnaire,
  wishes: readonly Item[],
): Item[] {
  return waveByWave(wishes, (wave, isAlone) => {
    const held = heldInWave(questionnaire, wave);
    return isAlone || isSafeGap(tellingDays(held)) ? held : [];
  });
}

/**
 * Wishes without an answer that is nearly all of its intent (`withoutDominating`), small intents put together (`withHeldIntents`), and of each intent without those
 * who named no commune or want no desk where these are so few that a table beside would tell them. Who is
 * left aside changes what may be told of the others: it is asked again until nobody more is.
 */
function heldInWave<Item extends Wish>(
  questionnaire: Questionnaire,
  wishes: readonly Item[],
): Item[] {
  const declaredOf = ({ declaredDays }: Wish) => declaredDays;
  const held = (some: readonly Item[]) =>
    withHeldIntents(
      questionnaire,
      withoutDominating(
        questionnaire,
        some.map((wish) => ({ ...wish, said: wish })),
        declaredOf,
      ),
      declaredOf,
    );
  let kept = [...wishes];
  for (;;) {
    const groups = held(kept);
    const telling = partsBeside.flatMap((isPart) => fewOfIntents(groups.filter(isPart)));
    const left = groups.filter((wish) => !telling.includes(wish)).map(({ said }) => said);
    if (left.length === kept.length) {
      return groups.map(({ said, intent, intentWeight }) => ({
        ...said,
        intent,
        intentWeight,
        weightedDays: intentWeight * said.declaredDays,
      }));
    }
    kept = left;
  }
}

/** What subtracting two of our tables gives: all less those by commune, and these less the desks. */
const partsBeside = [isUnplaced, wantsRooms];

/** Of these, those of an intent whose sum would tell one to four of them, or one who is nearly all of it. */
function fewOfIntents<Item extends Wish>(some: readonly Item[]): Item[] {
  return [...Map.groupBy(some, ({ intent }) => intent).values()]
    .filter((own) => !isSafeGap(tellingDays(own)))
    .flat();
}

function wantsRooms(wish: Wish): boolean {
  return !isUnplaced(wish) && wish.wantsNoDesk;
}

function isUnplaced({ communes }: Wish): boolean {
  return communes.length === 0;
}
