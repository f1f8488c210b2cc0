import { ArrowDown, ArrowUp } from "lucide-react";
import { SubmitButton } from "@/components/ui/submit-button";

type OrderButtonsProps = {
  /** Name of the field the buttons send, and what stands after « up » in it. */
  name: string;
  up: string;
  down: string;
  words: { up: string; down: string; working: string };
};

/** Two buttons that move one line of a list, each named by what it moves. */
export function OrderButtons({ name, up, down, words }: OrderButtonsProps) {
  return (
    <span className="order-buttons">
      <SubmitButton
        name={name}
        value={up}
        className="btn-icon"
        label={words.up}
        pending={words.working}
      >
        <ArrowUp size={20} strokeWidth={1.75} aria-hidden />
      </SubmitButton>
      <SubmitButton
        name={name}
        value={down}
        className="btn-icon"
        label={words.down}
        pending={words.working}
      >
        <ArrowDown size={20} strokeWidth={1.75} aria-hidden />
      </SubmitButton>
    </span>
  );
}
