import { db } from "@/lib/platform/db";

/** Every row of every table, as text: of the portal and of its jobs. */
export const wholeDatabase = async (...but: string[]) => {
  const names = await db.$queryRaw<{ schema: string; name: string }[]>`
    SELECT schemaname "schema", tablename "name" FROM pg_tables WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations') OR (schemaname = 'pgboss' AND tablename = 'job')`;
  const tables: { name: string; text: string }[] = [];
  for (const { schema, name } of names.filter((one) => !but.includes(one.name))) {
    const [row] = await db.$queryRaw<{ text: string }[]>`SELECT query_to_xml(format('SELECT * FROM %I.%I', ${schema}::text, ${name}::text), true, false, '')::text "text"`;
    tables.push({ name, text: row?.text ?? "" });
  }
  return tables;
};
