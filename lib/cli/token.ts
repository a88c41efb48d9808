import { makeToken } from "@/lib/people/tokens/commands";
import { actorById } from "@/lib/platform/actors";
import { db } from "@/lib/platform/db";
import { main, Trouble } from "./trouble.ts";

/** `npm run -s token -- EMAIL`: a new personal API token of that person, and nothing else, on standard output. */
await main(async () => {
  const [email] = process.argv.slice(2);
  if (!email) throw new Trouble("Whose token? Say the mail address: npm run -s token -- EMAIL");
  const person = await db.user.findFirst({ where: { email: email.toLowerCase(), closedAt: null }, select: { id: true } });
  const actor = person && (await actorById(person.id));
  if (!actor) throw new Trouble(`Nobody in this portal has the mail address ${email}.`);
  const made = await makeToken(actor, { name: `npm run token, ${new Date().toISOString().slice(0, 10)}` });
  if (!made.ok) throw new Trouble(`No token was made: ${made.why}.`);
  process.stdout.write(`${made.value.token}\n`);
  return 0;
});
