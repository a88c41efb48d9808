"use client";

import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const never = () => () => undefined;

/** Only where the browser can: without JavaScript the address is marked and copied by hand. */
export function CopyButton({ text }: { text: string }) {
  const t = useTranslations("feeds.settings");
  const [copied, setCopied] = useState(false);
  const able = useSyncExternalStore(never, () => "clipboard" in navigator, () => false);
  if (!able) return null;
  return (
    <div className="acts">
      <Button small onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true), () => undefined)}>
        {t("copy")}
      </Button>
      <span role="status">{copied && t("copied")}</span>
    </div>
  );
}
