import { sqltag } from "@prisma/client/runtime/client";

/**
 * Pieces of SQL as tagged templates: values never become text. What a `…SeenBySql` is made of. They come from the client's own runtime:
 * the same classes loaded by another way are not recognised by it inside a statement, and would be sent as values.
 */
export { empty, join, Sql, sqltag as sql } from "@prisma/client/runtime/client";

/**
 * Begins a statement that PostgreSQL plans once for each connection and keeps, instead of each time: one that is asked often, always with the same
 * text, whatever the values. Not for one whose best way depends on its values.
 */
export const kept = sqltag`/* kept */`;
