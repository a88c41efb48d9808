"use client";

import { useEffect } from "react";

/** Says that this much of a discussion was shown. What cannot be said now is said by the next visit. */
export function Seen({ discussionId, seenAt }: { discussionId: string; seenAt: string }) {
  useEffect(() => {
    const said = { method: "PUT", keepalive: true, headers: { "content-type": "application/json" }, body: JSON.stringify({ discussionId, seenAt }) };
    void fetch("/api/readings", said).catch(() => undefined);
  }, [discussionId, seenAt]);
  return null;
}
