import { openDatabase } from "./database.ts";
import { write } from "./migration-files.ts";
import { deploy } from "./migrations.ts";
import { schemaDiff } from "./schema-diff.ts";
import { main, Trouble } from "./trouble.ts";

const usage = "Usage: npm run db -- new NAME | deploy | check | serve";

const create = async (name: string | undefined) => {
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Trouble(`A migration needs a name in small letters, such as add_tags. ${usage}`);
  const sql = await schemaDiff();
  console.log(sql ? write(name, sql, new Date()) : "The migrations already agree with the schema.");
};

const check = async () => {
  const sql = await schemaDiff();
  if (sql) throw new Trouble(`The migrations differ from the schema (npm run db -- new NAME writes what is missing):\n${sql}`);
  console.log("The migrations agree with the schema.");
};

const apply = async () => {
  const database = await openDatabase();
  try {
    const applied = await deploy(database.url);
    console.log(applied.length > 0 ? applied.join("\n") : "Nothing to apply.");
  } finally {
    await database.close();
  }
};

/** Keeps the embedded server up for other tools (psql, an editor) until Ctrl-C. */
const serve = async () => {
  const database = await openDatabase();
  await deploy(database.url);
  console.log(`DATABASE_URL=${database.url}`);
  const alive = setInterval(() => undefined, 60_000);
  await new Promise((resolve) => ["SIGINT", "SIGTERM"].forEach((signal) => process.once(signal, resolve)));
  clearInterval(alive);
  await database.close();
};

await main(async () => {
  const [command, name] = process.argv.slice(2);
  if (command === "new") await create(name);
  else if (command === "check") await check();
  else if (command === "deploy") await apply();
  else if (command === "serve") await serve();
  else throw new Trouble(usage);
});
process.exit(); // the in-memory database leaves a code of its own behind otherwise
