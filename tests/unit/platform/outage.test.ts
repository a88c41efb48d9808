import { expect, test } from "vitest";
import { isOutage } from "@/lib/platform/outage";

const fail = (about: object, message = "it failed") => Object.assign(new Error(message), about);
const driver = (cause: object) => ({ code: "P2010", meta: { driverAdapterError: { cause } } });

test.each([
  ["the pool had no connection in time", fail({}, "timeout exceeded when trying to connect")],
  ["no transaction could begin", fail({ code: "P2028" })],
  ["nobody listens there", fail({ code: "ECONNREFUSED" })],
  ["the server cannot be reached", fail(driver({ kind: "DatabaseNotReachable" }))],
  ["a statement took too long", fail(driver({ kind: "postgres", originalCode: "57014" }))],
  ["a lock took too long", fail({ ...driver({ originalCode: "55P03" }), code: "P2039" })],
  ["the server is being restarted", fail({ code: "57P01" })],
  ["there are too many connections", fail({ code: "53300" })],
  ["two transactions waited for each other", fail({ code: "40P01" })],
])("an outage: %s", (_what, error) => {
  expect(isOutage(error)).toBe(true);
});

test.each([
  ["a constraint", fail({ code: "P2002" })],
  ["a text that PostgreSQL refuses", fail(driver({ originalCode: "22021" }))],
  ["a bug", new TypeError("x is not a function")],
  ["something that is no error", "timeout exceeded when trying to connect"],
])("no outage: %s", (_what, error) => {
  expect(isOutage(error)).toBe(false);
});
