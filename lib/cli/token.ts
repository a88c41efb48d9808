import { findAddressee } from "@/lib/people/resets/queries";
import { makeTokenFor } from "@/lib/people/tokens/commands";
import { system, visitor } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { stopWork } from "@/lib/platform/jobs";
import { main, Trouble } from "./trouble.ts";

/** `npm run -s token -- EMAIL`: a new personal API token of that person, and nothing else, on standard output. The person is told by mail. */
await main(async () => {
  const [email] = process.argv.slice(2);
  if (!email) throw new Trouble("Whose token? Say the mail address: npm run -s token -- EMAIL");
  try {
    const person = await findAddressee(visitor, email.trim().toLowerCase());
    if (!person) throw new Trouble(`Nobody in this portal has the mail address ${email}.`);
    const made = await makeTokenFor(system, { userId: person.id, name: `npm run token, ${new Date().toISOString().slice(0, 10)}` });
    if (!made.ok) throw new Trouble(`No token was made: ${made.why}.`);
    process.stdout.write(`${made.value.token}\n`);
  } finally {
    await stopWork();
    await db.$disconnect();
  }
});
process.exit();
