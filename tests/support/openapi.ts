import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";
import { z } from "zod";

type Schema = Record<string, unknown>;
type Content = Record<string, { schema: Schema }>;
type Described = { operationId: string; requestBody?: { content: Content }; responses: Record<string, { content?: Content }> };
type Document = { openapi: string; paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, Schema> } };

export type Operation = Described & { method: string; path: string };
export const methods = ["get", "post", "put", "patch", "delete"] as const;

export const readDocument = async (api: APIRequestContext) => {
  const answer = await api.get("/api/v1/openapi.json");
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Document;
};

export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) => methods.flatMap((method) => (item[method] ? [{ ...item[method], method, path }] : [])));

export const isWrite = ({ method }: { method: string }) => method !== "get";

/** An address of the document with its places filled in. */
export const fill = (path: string, places: Record<string, string>) => `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(places[name] ?? `no-${name}`))}`;

/** A schema of the document as a check, whatever it refers to included. */
const schemaOf = ({ components }: Document, schema: Schema) =>
  z.fromJSONSchema(JSON.parse(JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll("#/components/schemas/", "#/$defs/")) as Schema);

/** Whether an answer is one that the document describes: its status, its type, every field and no other. */
export const conforms = async (document: Document, operation: Operation, answer: APIResponse) => {
  const said = `${operation.operationId} answered ${answer.status()}: ${(await answer.text()).slice(0, 500)}`;
  const described = operation.responses[String(answer.status())] ?? operation.responses.default;
  expect(Boolean(described), said).toBe(true);
  const [[type, content] = []] = Object.entries(described?.content ?? {});
  if (!type || !content) return expect(await answer.text(), said).toBe("");
  expect(answer.headers()["content-type"], said).toContain(type);
  expect(answer.headers()["cache-control"], said).toBe("private, no-store");
  const checked = schemaOf(document, content.schema).safeParse(await answer.json());
  expect(checked.success ? [] : checked.error.issues, said).toEqual([]);
};

/** A refusal as programs read it (RFC 9457), and nothing else. */
export const isProblem = async (answer: APIResponse, status: number, code: string, what = answer.url()) => {
  expect(`${answer.status()} ${(await answer.text()).slice(0, 300)}`, what).toContain(`${status} {`);
  expect(answer.headers()["content-type"], what).toBe("application/problem+json; charset=utf-8");
  expect(answer.headers()["cache-control"], what).toBe("private, no-store");
  const said = (await answer.json()) as { status: number; title: string; code: string };
  expect(said, what).toMatchObject({ status, code });
  expect(said.title, what).toMatch(/^[A-Z]/);
};
