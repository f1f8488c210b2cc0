"use client";

import { useEffect, useState } from "react";
import { useFormState } from "@/components/ui/action-form";

export type FeedAddressLabels = {
  address: string;
  hint: string;
  copy: string;
  copied: string;
  copyFailed: string;
  subscribe: string;
};

/** The address just made by the form around it, shown this once: to select and copy, by hand or by a button. */
export function FeedAddress({ id, labels }: { id: string; labels: FeedAddressLabels }) {
  const state = useFormState();
  const address = state.status === "done" && typeof state.value === "string" ? state.value : null;
  if (!address) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{labels.address}</label>
      <span id={`${id}-hint`} className="hint">
        {labels.hint}
      </span>
      <input
        id={id}
        className="input"
        readOnly
        value={address}
        aria-describedby={`${id}-hint`}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="mt-1 flex flex-wrap items-center gap-x-6 gap-y-2">
        <CopyButton text={address} labels={labels} />
        <a className="btn btn-quiet" href={address.replace(/^https?:/, "webcal:")}>
          {labels.subscribe}
        </a>
      </div>
    </div>
  );
}

function CopyButton({ text, labels }: { text: string; labels: FeedAddressLabels }) {
  const [canCopy, setCanCopy] = useState(false);
  const [said, setSaid] = useState("");
  // Nothing is promised that the browser, or a page without scripts, cannot do.
  useEffect(() => setCanCopy("clipboard" in navigator), []);
  if (!canCopy) return null;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(labels.copied),
      () => setSaid(labels.copyFailed),
    );
  return (
    <>
      <button type="button" className="btn btn-secondary" onClick={() => void copy()}>
        {labels.copy}
      </button>
      <span role="status" className="small">
        {said}
      </span>
    </>
  );
}
