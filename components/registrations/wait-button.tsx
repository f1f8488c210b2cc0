"use client";

import { useFormState } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** Refusals after which one may wait for seats. */
const forWantOfSeats = ["full", "too_many"];

/** Once there are not enough seats, the same form, as typed, for the waiting list. */
export function WaitButton({ label, pending }: { label: string; pending: string }) {
  const state = useFormState();
  if (state.status !== "refused" || !forWantOfSeats.includes(state.code)) return null;
  return (
    <SubmitButton className="btn btn-secondary" name="wait" value="1" pending={pending}>
      {label}
    </SubmitButton>
  );
}
