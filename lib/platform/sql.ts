/** Pieces of SQL as tagged templates: values never become text. What a `…SeenBySql` is made of. */
export { empty, join, Sql, sql } from "@prisma/client-runtime-utils";
