import { ok, refuse, type Refused, type Result } from "./result";

/** Which status a refusal has. A refusal of the domain that is not named here is a state that does not admit the change: 409. */
const statuses: Record<string, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  stale: 409,
  "too-large": 413,
  "unsupported-type": 415,
  invalid: 422,
  "too-many-requests": 429,
  "internal-error": 500,
  unavailable: 503,
};

export const statusOf = (code: string) => statuses[code] ?? 409;

const titleOf = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ");

type Problem = {
  status?: number;
  title?: string;
  detail?: string;
  fields?: Refused<string>["fields"];
  /** What stands now, for a change that came too late. */
  current?: unknown;
  /** Seconds until it is worth another try. */
  retryAfter?: number;
  /** The methods that the address has. */
  allow?: string;
};

/** An error as programs read it (RFC 9457). `code` is the refusal's name; `title` defaults to its words. */
export const problem = (code: string, { status = statusOf(code), title = titleOf(code), retryAfter, allow, ...rest }: Problem = {}) =>
  new Response(JSON.stringify({ status, title, code, ...rest }), {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "private, no-store",
      ...(status === 401 && { "www-authenticate": "Bearer" }),
      ...(allow && { allow }),
      ...(retryAfter !== undefined && { "retry-after": String(Math.max(1, Math.ceil(retryAfter))) }),
    },
  });

/** A refusal of a command, as a reply. */
export const refusal = ({ why, fields, current }: Refused<string>, more: Pick<Problem, "title" | "retryAfter"> = {}) =>
  problem(why, { ...more, ...(fields && { fields }), ...(current !== undefined && { current }) });

const isJson = (type: string | null) => {
  const [name = "", ...parameters] = (type ?? "").toLowerCase().split(";").map((part) => part.trim());
  return name === "application/json" && parameters.every((one) => !one.startsWith("charset=") || /^charset="?utf-8"?$/.test(one));
};

/** Reads at most `limit` bytes; null when there are more. What comes after the limit is not read at all. */
const readBytes = async (body: ReadableStream<Uint8Array> | null, limit: number) => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader?.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
};

/**
 * The JSON of a request, at most `limit` bytes of it. Refuses in the order of the house: a body that is no JSON in UTF-8
 * by its type (415), that is too long (413), that does not parse (400).
 */
export const readJson = async (request: Request, limit: number): Promise<Result<unknown, "unsupported-type" | "too-large" | "malformed">> => {
  const encoding = request.headers.get("content-encoding");
  if (!isJson(request.headers.get("content-type")) || (encoding && encoding.toLowerCase() !== "identity")) return refuse("unsupported-type");
  if (Number(request.headers.get("content-length") ?? 0) > limit) return refuse("too-large");
  try {
    const bytes = await readBytes(request.body, limit);
    if (!bytes) return refuse("too-large");
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return refuse("malformed");
  }
};

const FORM_LIMIT = 4096;

/** The fields of a short form, as browsers and mail programs post them: refused by its length (413), by its type (415). */
export const readForm = async (request: Request): Promise<Result<URLSearchParams, "unsupported-type" | "too-large">> => {
  const type = request.headers.get("content-type")?.toLowerCase() ?? "";
  const bytes = await readBytes(request.body, FORM_LIMIT);
  if (!bytes) return refuse("too-large");
  if (type.startsWith("application/x-www-form-urlencoded")) return ok(new URLSearchParams(bytes.toString("utf8")));
  if (!type.startsWith("multipart/form-data")) return refuse("unsupported-type");
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData().catch(() => new FormData());
  return ok(new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))));
};
