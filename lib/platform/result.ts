export type Ok<T> = { ok: true; value: T };
/** `fields` says by the field what to change; `current` is what stands now, where the refusal is that it has moved on. */
export type Refused<Why extends string> = { ok: false; why: Why; fields?: Record<string, string[] | undefined>; current?: unknown };
export type Result<T, Why extends string> = Ok<T> | Refused<Why>;

/** What the kit itself may refuse, whatever the command. */
export type KitRefusal = "invalid" | "not-found" | "forbidden" | "stale" | "conflict" | "too-many-requests";

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refuse = <Why extends string>(why: Why, fields?: Refused<Why>["fields"], current?: unknown): Refused<Why> => ({
  ok: false,
  why,
  ...(fields && { fields }),
  ...(current !== undefined && { current }),
});
