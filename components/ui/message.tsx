import { Check, Clock, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const icons = { ok: Check, info: Info, warn: Clock, danger: TriangleAlert };

type MessageProps = {
  tone: keyof typeof icons;
  children: ReactNode;
  /** Announced when it appears: a result is a status, a lost place an alert. */
  role?: "status" | "alert";
};

export function Message({ tone, children, role }: MessageProps) {
  const Icon = icons[tone];
  return (
    <div className={`message message-${tone}`} role={role}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
