"use client";

import { useFormState } from "@/components/ui/action-form";

type ClaimCardProps = {
  words: { say: string; open: string; signIn: string; type: string };
};

/** The card with the code just made: it is in the answer of the form, and nowhere else. */
export function ClaimCard({ words }: ClaimCardProps) {
  const state = useFormState();
  const card = state.status === "done" ? cardIn(state.value) : null;
  if (!card) return null;
  return (
    <article className="claim-card">
      <h3>{card.title}</h3>
      <p>{words.say}</p>
      <p>{words.open}</p>
      <p>{words.signIn}</p>
      <p>{words.type}</p>
      <p className="claim-card-code num">{card.code}</p>
      <p>{card.lasts}</p>
    </article>
  );
}

type Card = { code: string; title: string; lasts: string };

function cardIn(value: unknown): Card | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("code" in value && "title" in value && "lasts" in value)) return null;
  const { code, title, lasts } = value;
  const isCard = typeof code === "string" && typeof title === "string" && typeof lasts === "string";
  return isCard ? { code, title, lasts } : null;
}
