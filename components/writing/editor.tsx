"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { ToolsProps } from "./tools";
import type { Kept } from "./use-draft";

type EditorProps = {
  id: string;
  name: string;
  text: string;
  /** For ears, where no label stands before it. */
  label?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  maxLength?: number;
  /** Slug of the community the text is for: whose members can be mentioned, and whose tags completed. */
  community?: string;
};

/**
 * A field for a longer text. It is a plain textarea; toolbar, preview, completion and pasting of pictures
 * are fetched when someone begins to write. Without JavaScript it stays the textarea.
 */
export function Editor({ id, name, text, label, describedBy, invalid, maxLength, community }: EditorProps) {
  const [Tools, setTools] = useState<ComponentType<ToolsProps> | null>(null);
  const [box, setBox] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!box) return;
    const begin = () => {
      box.removeEventListener("focusin", begin);
      void import("./tools").then(
        (tools) => setTools(() => tools.Tools),
        () => box.addEventListener("focusin", begin),
      );
    };
    if (box.contains(document.activeElement)) begin();
    else box.addEventListener("focusin", begin);
    return () => box.removeEventListener("focusin", begin);
  }, [box]);
  return (
    <div className="ed" ref={setBox}>
      {Tools && box && <Tools field={id} community={community} box={box} />}
      <text-expander keys="@" suffix="">
        <textarea
          id={id}
          name={name}
          defaultValue={text}
          rows={5}
          maxLength={maxLength}
          required
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      </text-expander>
    </div>
  );
}

/** Whether what is typed is kept, and where. */
export function DraftState({ kept }: { kept: Kept }) {
  const t = useTranslations("writing");
  const format = useFormatter();
  if (!kept) return <p className="hint">{t("hint")}</p>;
  return (
    <p className="hint" role="status">
      <Icon name={kept.where === "server" ? "check" : "warn"} small />
      {kept.where === "server" ? t("draftKept", { time: format.dateTime(kept.at, { hour: "2-digit", minute: "2-digit" }) }) : t("draftHere")}
    </p>
  );
}
