import { expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { checkCounters, futureMoments } from "../../support/counters";
import { answer, dump, question, runImport } from "../../support/import";

const users = [{ Id: 7, DisplayName: "Åsa Öberg" }, { Id: 8, DisplayName: "Bob" }, { Id: 9, DisplayName: "Bob" }, { Id: 10, DisplayName: "Never wrote" }, { Id: -1, DisplayName: "Community" }];
const whole = () =>
  dump({
    posts: [
      answer(1, 3, { OwnerUserId: 9 }),
      { Id: 2, PostTypeId: 5, CreationDate: "2020-03-01T00:00:00.000", Body: "About pumps." },
      question(3, { AcceptedAnswerId: 5, LastEditDate: "2020-05-01T12:00:00.123" }),
      answer(4, 3, { OwnerUserId: undefined, OwnerDisplayName: "gone99", Score: -3 }),
      answer(5, 3),
      question(6, { OwnerUserId: undefined, Tags: "|pumps|seals|" }),
      question(7, { OwnerUserId: -1, Tags: undefined }),
    ],
    users,
  });

test("A dump comes in whole: authors, dates, scores, acceptance, tags, revision dates, answers before their question", async () => {
  const { code, said } = await runImport(whole(), "--create", "--source", "https://pumps.example.org/");
  expect(said.slice(0, 2)).toEqual(["3 questions, 3 answers, 1 accepted, 1 skipped (1 tag wiki)", "Created: 3 questions, 3 answers, 1 accepted answer, 3 authors"]);
  expect(code).toBe(0);
  expect(await checkCounters()).toEqual({});
  expect(await futureMoments(new Date())).toEqual([]);

  const asked = await db.discussion.findFirstOrThrow({ where: { title: "Why does pump 3 stop?" }, include: { author: { include: { imported: true } }, replies: { include: { author: true }, orderBy: { createdAt: "asc" } } } });
  expect(asked).toMatchObject({
    kind: "QUESTION", language: "en", tags: ["pumps", "cold"], importedVotes: 4, replyCount: 3, sourceUrl: "https://pumps.example.org/questions/3",
    createdAt: new Date("2020-03-04T10:00:00.000Z"), editedAt: new Date("2020-05-01T12:00:00.123Z"), lastActivityAt: new Date("2020-04-06T10:00:00.000Z"),
    html: "<p>The pump stops every Monday morning, and nobody knows why it does.</p>\n",
  });
  expect(asked.author).toMatchObject({ name: "Åsa Öberg", handle: "asa-oberg", email: null, joinedAt: null, passwordHash: null, imported: { source: "https://pumps.example.org", sourceId: "7" } });
  expect(asked.replies.map(({ authorName, author, importedVotes, sourceUrl }) => [authorName ?? author?.handle, importedVotes, sourceUrl])).toEqual([
    ["bob", 2, "https://pumps.example.org/a/1"],
    ["gone99", -3, "https://pumps.example.org/a/4"],
    ["bob-8", 2, "https://pumps.example.org/a/5"],
  ]);
  expect(asked.replies.find(({ id }) => id === asked.acceptedReplyId)?.sourceUrl).toBe("https://pumps.example.org/a/5");
  expect(asked.acceptedById).toBe(asked.authorId);
  const others = await db.discussion.findMany({ where: { id: { not: asked.id } }, orderBy: { title: "asc" }, select: { authorId: true, authorName: true, tags: true } });
  expect(others).toEqual([{ authorId: null, authorName: null, tags: ["pumps", "seals"] }, { authorId: null, authorName: "Community", tags: [] }]);
  expect(await db.tag.findMany({ orderBy: { name: "asc" }, select: { name: true, uses: true } })).toEqual([{ name: "cold", uses: 1 }, { name: "pumps", uses: 2 }, { name: "seals", uses: 1 }]);
  expect(await db.user.count()).toBe(3);
});

test("With --create an open community is founded that says what it is, in the language of the dump", async () => {
  const posts = ["¿Por qué se para la bomba los lunes por la mañana?", "¿Quién puede parar la perforación cuando hay peligro?"].map((Title, at) =>
    question(at + 1, { Title, Score: at, Body: "<p>Nadie sabe por qué ocurre, y en la oficina tampoco lo saben desde hace meses.</p>" }),
  );
  await runImport(dump({ posts }), "--create");
  const community = await db.community.findUniqueOrThrow({ where: { slug: "pumps" } });
  expect(community).toMatchObject({ name: "Pumps", language: "es", entry: "OPEN", founderId: null, memberCount: 0, discussionCount: 2 });
  expect(community.sampleQuestions).toEqual(["¿Quién puede parar la perforación cuando hay peligro?", "¿Por qué se para la bomba los lunes por la mañana?"]);
  expect(community.domain).toMatch(/^Preguntas y respuestas .* Pumps,/);
  expect([community.inScope, community.outOfScope, community.intendedMembers, community.norms, ...community.firstItems].every((text) => text.length > 20)).toBe(true);
  expect(await db.searchDocument.count({ where: { kind: "COMMUNITY" } })).toBe(1);
});

test("What is imported is found by search at once", async () => {
  await runImport(whole(), "--create");
  const found = await db.$queryRaw<{ kind: string }[]>`SELECT kind::text FROM "SearchDocument" WHERE tsv @@ websearch_to_tsquery('sw_en', 'valve') ORDER BY 1`;
  expect(found.map(({ kind }) => kind)).toEqual(["REPLY", "REPLY", "REPLY"]);
  expect(await db.searchDocument.count({ where: { kind: "DISCUSSION" } })).toBe(3);
});

test("A dry run says what would come, and writes nothing", async () => {
  const { code, said } = await runImport(whole(), "--create", "--dry-run");
  expect([code, ...said.slice(0, 4)]).toEqual([
    0, "3 questions, 3 answers, 1 accepted, 1 skipped (1 tag wiki)", "Would create: 3 questions, 3 answers", "Would update: 0 questions, 0 answers", "Already there: 0 questions, 0 answers",
  ]);
  expect(await Promise.all([db.community.count(), db.user.count(), db.importRun.count(), db.event.count()])).toEqual([0, 0, 0, 0]);
});

test("Links between posts lead to this portal once their target is here, and stay as they are otherwise", async () => {
  const site = "https://pumps.example.org";
  const to = (path: string) => `<a href="${path}">there</a>`;
  const body = [`${site}/questions/2/title`, `${site}/q/2/77`, `${site}/a/3`, `/questions/2/title/3#3`, `${site}/questions/99/gone`, `${site}/users/7`, "https://other.example.org/q/2"].map(to).join(" ");
  const folder = dump({ posts: [question(1, { Body: `<p>See ${body} and <code>[x](${site}/q/2)</code></p>` }), question(2), answer(3, 2)] });
  const { said } = await runImport(folder, "--create", "--source", site);
  expect(said).toContain("Links between posts that now lead to this portal: in 1 text");
  const { id } = await db.discussion.findFirstOrThrow({ where: { title: "Why does pump 2 stop?" } });
  const { id: replyId } = await db.reply.findFirstOrThrow();
  const asked = await db.discussion.findFirstOrThrow({ where: { title: "Why does pump 1 stop?" } });
  const here = `/communities/pumps/discussions/${id}`;
  expect([...asked.body.matchAll(/\]\(([^)]+)\)/g)].map(([, address]) => address)).toEqual([
    here, here, `${here}#p-${replyId}`, `${here}#p-${replyId}`, `${site}/questions/99/gone`, `${site}/users/7`, "https://other.example.org/q/2", `${site}/q/2`,
  ]);
  expect(asked.html).toContain(`<a href="${here}"`);
  expect(asked).toMatchObject({ version: 1, editedAt: null });
  expect(await runImport(folder, "--source", site)).toMatchObject({ said: expect.arrayContaining(["Already there: 2 questions, 1 answer", "Updated: 0 questions, 0 answers"]) });
});

test("Without Users.xml people are known by their number, and by their name once a dump tells it", async () => {
  const posts = [question(1), answer(2, 1, { OwnerDisplayName: "Berit", OwnerUserId: 8 })];
  await runImport(dump({ posts }), "--create");
  expect((await db.user.findMany({ orderBy: { name: "asc" }, select: { name: true } })).map(({ name }) => name)).toEqual(["Berit", "user7"]);
  const { code } = await runImport(dump({ posts, users: [{ Id: 7, DisplayName: "Åsa Öberg" }] }));
  expect(code).toBe(0);
  expect((await db.importedAuthor.findMany({ orderBy: { sourceId: "asc" }, select: { displayName: true, user: { select: { name: true } } } }))).toEqual([
    { displayName: "Åsa Öberg", user: { name: "Åsa Öberg" } },
    { displayName: "Berit", user: { name: "Berit" } },
  ]);
});

test("Texts longer than a form would take come in as they are", async () => {
  const Title = `Why ${"very ".repeat(100)}long?`;
  await runImport(dump({ posts: [question(1, { Title, Body: `<p>${"Cold water and warm oil. ".repeat(4000)}</p>` })] }), "--create");
  const asked = await db.discussion.findFirstOrThrow();
  expect(asked.title).toBe(Title);
  expect(asked.body.length).toBeGreaterThan(90_000);
});

test("Nothing hostile in a dump reaches a page", async () => {
  const hostile = `<script>alert(1)</script><p onclick="x()">a <a href="javascript:alert(1)">b</a> <img src="x" onerror="alert(1)"> <iframe src="https://evil.example"></iframe></p>
    <svg onload="alert(1)"><style>*{}</style><a href="data:text/html,<script>">c</a> <p>&lt;script&gt;alert(2)&lt;/script&gt; [x](javascript:alert(3))</p> <img src="https://tracker.example/p.gif" alt="p"> <form action="/sign-out"><button>d`;
  await runImport(dump({ posts: [question(1, { Title: `<img src=x onerror=alert(1)> why?`, Body: hostile }), answer(2, 1, { Body: hostile })], users: [{ Id: 7, DisplayName: "<b>Åsa</b>" }] }), "--create");
  const [{ html: asked, title }, { html: answered }] = [await db.discussion.findFirstOrThrow(), await db.reply.findFirstOrThrow()];
  expect(title).toBe("<img src=x onerror=alert(1)> why?"); // a title is text wherever it is shown
  for (const html of [asked, answered]) {
    expect(html.match(/<\/?[a-z]+/g)?.every((tag) => /^<\/?(p|a|em|code|pre|ul|ol|li|br)$/.test(tag))).toBe(true);
    expect(html).not.toMatch(/<[^>]*(on\w+=|javascript:|data:)/i);
    expect(html).toContain("&lt;script&gt;alert(2)&lt;/script&gt;");
  }
});

test("A text in another language than its community's is known by it, once there is enough of it to tell", async () => {
  const swedish = "Pumpen stannar varje måndag morgon och ingen vet varför. Vi har bytt packningen två gånger och rengjort ventilen, men det hjälper inte alls. Har någon av er sett något liknande, och vad gjorde ni då för att få den att gå igen hela veckan?";
  await runImport(dump({ posts: [question(1), question(2, { Title: "Varför stannar pump 2?", Body: `<p>${swedish}</p>` }), question(3), answer(5, 2, { Body: "<p>Ja, ofta.</p>" }), question(4, { Title: "Vad?", Body: "<p>Hur?</p>" })] }), "--create");
  expect((await db.discussion.findMany({ orderBy: { createdAt: "asc" }, select: { language: true } })).map(({ language }) => language)).toEqual(["en", "sv", "en", "en"]);
  expect((await db.reply.findFirstOrThrow()).language).toBe("sv");
});
