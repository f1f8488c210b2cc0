"use client";

import type { ReactNode } from "react";
import { useFormState } from "@/components/ui/action-form";

type WhileOpenProps = {
  isOpen: boolean;
  /** Said instead, unless something was typed that must not be lost. */
  closed: ReactNode;
  children: ReactNode;
};

/** The fields of a form while it can be sent; once it no longer can, only what somebody typed. */
export function WhileOpen({ isOpen, closed, children }: WhileOpenProps) {
  const { status } = useFormState();
  return isOpen || status === "refused" || status === "invalid" ? children : closed;
}
