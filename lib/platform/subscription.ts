import "server-only";
import { createHash } from "node:crypto";
import type { Me } from "./actor";
import { problem } from "./http";
import { except, rest } from "./rest";

/** What is handed to a reader that comes again and again; null: there is nothing here for this one. */
export type Published = { body: string; type: string; changedAt: Date };

/** Known already: by its mark, or, where the reader keeps no marks, by the moment it was given with. */
const isKnown = (asked: Headers, etag: string, modified: string) => {
  const marks = asked.get("if-none-match");
  return marks === null ? asked.get("if-modified-since") === modified : marks.split(",").some((mark) => ["*", etag].includes(mark.trim().replace(/^W\//, "")));
};

const answer = (asked: Headers, { body, type, changedAt }: Published) => {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const modified = changedAt.toUTCString();
  const about = { etag, "last-modified": modified, "cache-control": "private, no-cache" };
  if (isKnown(asked, etag, modified)) return new Response(null, { status: 304, headers: about });
  return new Response(body, { headers: { ...about, "content-type": type, "x-content-type-options": "nosniff" } });
};

/**
 * An address that feed readers and calendars subscribe to: read with a session, a token, or by a private address (`?key=`).
 * A key that opens nothing answers as what does not exist.
 */
export const subscription = <P>(publish: (reader: Me, params: P) => Promise<Published | null>) => ({
  ...except("GET"),
  GET: rest<P>(
    async ({ actor, params, request }) => {
      const published = await publish(actor, params);
      return published ? answer(request.headers, published) : problem("not-found");
    },
    { quick: "subscription", keyed: true },
  ),
});
