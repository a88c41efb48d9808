import type pg from "pg";

const foreignKeys = `SELECT format('%I.%I', n.nspname, c.relname) AS name, quote_ident(k.conname) AS key, pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE k.contype = 'f' AND n.nspname = 'public' AND k.conparentid = 0`;
const counters = `SELECT pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) AS counter, format('%I.%I', n.nspname, c.relname) AS name, quote_ident(a.attname) AS column
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) IS NOT NULL`;

/**
 * Runs `work` while no table asks another whether its rows exist, and no trigger adds its own; then everything is asked at
 * once, so that rows may come in any order and nothing wrong stays in. Belongs inside one transaction.
 */
export const withoutConstraints = async (client: pg.Client, names: string[], work: () => Promise<void>) => {
  const { rows: keys } = await client.query<{ name: string; key: string; definition: string }>(foreignKeys);
  for (const { name, key } of keys) await client.query(`ALTER TABLE ${name} DROP CONSTRAINT ${key}`);
  const ours = names.filter((name) => name.startsWith("public."));
  for (const name of ours) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await work();
  for (const name of ours) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  for (const { name, key, definition } of keys) await client.query(`ALTER TABLE ${name} ADD CONSTRAINT ${key} ${definition}`);
  const { rows } = await client.query<{ counter: string; name: string; column: string }>(counters);
  for (const { counter, name, column } of rows) await client.query(`SELECT setval('${counter}', coalesce((SELECT max(${column}) FROM ${name}), 0) + 1, false)`);
};
