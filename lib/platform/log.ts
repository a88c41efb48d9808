import { type DestinationStream, type Logger, pino } from "pino";
import { env } from "./env";

/** What a log line may carry. Anything else is dropped, so that no text, name or address of a person gets there by accident. */
const allowed = ["requestId", "actorId", "job", "queue", "event", "subjectId", "method", "path", "status", "code", "ms", "count", "bytes", "attempt", "version", "port", "error"] as const;
export type LogFields = { [Name in (typeof allowed)[number]]?: Name extends "error" ? unknown : string | number | boolean | null | undefined };

/** A path without its query, and without the segments that look like a token: whoever reads the log could use them. */
const plainPath = (path: string) =>
  path.replace(/[?#].*$/s, "").replace(/[^/]{20,}/g, (segment) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(segment) ? segment : "…"));

/** Name, code, place and the first line of the message: the rest of a database error repeats what people typed. */
const plainError = (error: unknown) => {
  if (!(error instanceof Error)) return { name: typeof error };
  const message = error.message.split("\n").find((line) => line.trim())?.trim().slice(0, 200);
  const at = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)).map((line) => line.trim().slice(3)).slice(0, 12);
  return { name: error.name, ...("code" in error && typeof error.code === "string" && { code: error.code }), message, at };
};

const pick = (fields: LogFields) => {
  const kept: Record<string, unknown> = {};
  for (const name of allowed) {
    const value = fields[name];
    if (value === undefined) continue;
    if (name === "error") kept.error = plainError(value);
    else if (name === "path") kept.path = plainPath(String(value));
    else if (value === null || typeof value !== "object") kept[name] = value;
  }
  return kept;
};

const level = () => {
  try {
    return env().LOG_LEVEL;
  } catch {
    return "info"; // an incomplete environment must still be able to say so
  }
};

type Say = (message: string, fields?: LogFields) => void;
export type Log = Record<"error" | "warn" | "info" | "debug", Say>;

/** A log over any stream; one JSON object a line, with `time` in ISO 8601. */
export const logTo = (stream?: DestinationStream, at?: string): Log => {
  let held: Logger | undefined;
  const settings = () => ({ level: at ?? level(), base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
  const logger = () => (held ??= stream ? pino(settings(), stream) : pino(settings()));
  const say = (name: keyof Log): Say => (message, fields = {}) => logger()[name](pick(fields), message);
  return { error: say("error"), warn: say("warn"), info: say("info"), debug: say("debug") };
};

export const log = logTo();
