import { sqltag } from "@prisma/client/runtime/client";

/**
 * Pieces of SQL as tagged templates: values never become text. What a `…SeenBySql` is made of. They come from the client's own runtime:
 * the same classes loaded by another way are not recognised by it inside a statement, and would be sent as values.
 */
export { empty, join, Sql, sqltag as sql } from "@prisma/client/runtime/client";

/** Begins a statement that PostgreSQL keeps planned from the first time on, whatever the values; others it keeps once they come again. */
export const kept = sqltag`/* kept */`;
/** Begins one whose best way depends on its values: it is planned anew each time. */
export const anew = sqltag`/* anew */`;
