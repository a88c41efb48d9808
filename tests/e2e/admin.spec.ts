import { randomUUID } from "node:crypto";
import { expect, looksRight, test } from "../support/browser";
import { inDatabase, sessionOf, somebody } from "../support/portal-data";

const code = () => `T-${randomUUID().slice(0, 6).toUpperCase()}`;

test.describe.configure({ timeout: 120_000 }); // every page of a journey is examined in both themes

test("an administrator finds a person and gives them a place; what was chosen survives a refusal", async ({ page, context, portal }) => {
  const [admin, person, heir] = [await somebody("ADMINISTRATOR", "HR_ADMIN"), await somebody(), await somebody()];
  await context.addCookies([sessionOf(portal, admin)]);
  await page.goto("/admin");
  await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await looksRight(page);
  for (const state of ["Not here yet", "Asked to be erased", "Have left"]) {
    await page.getByRole("link", { name: state, exact: true }).click();
    await expect(page.getByRole("link", { name: state, exact: true })).toHaveAttribute("aria-current", /page|true/);
    await looksRight(page);
  }
  await page.goto("/admin/people");
  await page.getByRole("searchbox", { name: "Find by name, handle or mail address" }).fill(person.handle);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByRole("link", { name: person.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: person.name })).toBeVisible();
  await looksRight(page);

  const place = page.getByRole("region", { name: "Place in the organisation" });
  await place.getByLabel("Unit").selectOption("BUS1");
  await place.getByLabel("Position").fill("Bookbinder");
  await place.getByLabel("Reports to").fill("nobody-of-this-name");
  await place.getByRole("button", { name: "Save place" }).click();
  await expect(page.getByText("Nobody here has this handle or address.").first()).toBeVisible();
  await place.getByLabel("Reports to").fill(heir.handle);
  await place.getByRole("button", { name: "Save place" }).click();
  await expect(page.getByRole("table", { name: "Where and when" })).toContainText("Bookbinder");
});

test("units are added, changed, moved, closed and opened again", async ({ page, context, portal }) => {
  await context.addCookies([sessionOf(portal, await somebody("HR_ADMIN"))]);
  const [parent, child] = [code(), code()];
  await page.goto("/admin/units");
  await looksRight(page);
  for (const one of [parent, child]) {
    await page.goto("/admin/units/new");
    await page.getByLabel("Name", { exact: true }).fill(`Unit ${one}`);
    await page.getByLabel("Code").fill(one);
    await page.getByRole("button", { name: "Add a unit" }).click();
    await expect(page.getByRole("link", { name: `Unit ${one}` }).or(page.getByRole("heading", { level: 1, name: `Unit ${one}` }))).toBeVisible();
  }
  await page.goto("/admin/units/new");
  await looksRight(page);
  await page.getByLabel("Name", { exact: true }).fill("Once more");
  await page.getByLabel("Code").fill(child);
  await page.getByRole("button", { name: "Add a unit" }).click();
  await expect(page.getByText("Another unit has this code.").first()).toBeVisible();
  await looksRight(page);
  await page.goto("/admin/units");
  await page.getByRole("link", { name: `Unit ${child}` }).click();
  await page.getByLabel("Name", { exact: true }).fill(`Bus ${child}`);
  await page.getByLabel("Satellite").check();
  await page.getByRole("button", { name: "Save unit" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("link", { name: `Bus ${child}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Bus ${child}` })).toBeVisible();
  const address = page.url();
  await looksRight(page);
  await page.getByRole("region", { name: "Move" }).getByLabel("Under").selectOption(parent);
  await page.getByRole("button", { name: "Move unit" }).click();
  await expect.poll(() => inDatabase(`SELECT p.code FROM "Unit" u JOIN "Unit" p ON p.id = u."parentId" WHERE u.code = $1`, child)).toEqual([{ code: parent }]);
  await page.goto("/admin/units");
  await page.getByRole("link", { name: `Unit ${parent}` }).click();
  await page.getByRole("button", { name: "Close unit" }).click();
  await expect(page.getByText("There are units under this one.")).toBeVisible();
  await page.goto(address);
  await page.getByRole("button", { name: "Close unit" }).click();
  await expect(page.getByRole("row").filter({ hasText: `Bus ${child}` })).toContainText("(closed)");
  await page.goto(address);
  await expect(page.getByText("This unit is closed.")).toBeVisible();
  await looksRight(page);
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(page.getByRole("row").filter({ hasText: `Bus ${child}` })).not.toContainText("(closed)");
});

test("a list of people is tried out, the broken row is named, and the others are imported", async ({ page, context, portal }) => {
  await context.addCookies([sessionOf(portal, await somebody("HR_ADMIN"))]);
  const [one, other] = [code().toLowerCase(), code().toLowerCase()];
  const csv = `email,name,unit,position,starts_on,manager_email,category,languages\n${one}@example.org,Ada ${one},,Binder,,,staff,en;sv\nnot an address,Bo,NO-SUCH-UNIT,,,,staff,en\n${other}@example.org,Cy ${other},,Printer,,${one}@example.org,staff,pl\n`;
  await page.goto("/admin/imports");
  await looksRight(page);
  const people = page.getByRole("region", { name: "People" }).first();
  await people.getByLabel("CSV file in UTF-8").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await people.getByRole("button", { name: "Try it" }).click();
  await expect(people.getByText(/This would add 2, change 0/)).toBeVisible();
  await expect(people.getByRole("region", { name: "Skipped" }).getByRole("row").filter({ hasText: "3" }).first()).toContainText("mail address");
  expect(await inDatabase(`SELECT 1 FROM "User" WHERE email = $1`, `${one}@example.org`), "nothing changes until it is said").toEqual([]);
  await looksRight(page);
  await people.getByRole("button", { name: "Import now" }).click();
  await expect(people.getByText(/Added 2, changed 0/)).toBeVisible();
  expect(await inDatabase(`SELECT name FROM "User" WHERE email = $1`, `${one}@example.org`)).toEqual([{ name: `Ada ${one}` }]);
  await page.goto(`/people?q=${one}`);
  await expect(page.getByRole("link", { name: `Ada ${one}` }), "who has said nothing of themselves yet is listed, too").toBeVisible();
  await page.goto("/admin/imports");
  await people.getByLabel("CSV file in UTF-8").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from("name\nAda\n") });
  await people.getByRole("button", { name: "Try it" }).click();
  await expect(people.getByText("A column is missing.").first()).toBeVisible();
});

test("what was administered is written down, and the installation says what it is", async ({ page, context, portal }) => {
  const admin = await somebody("ADMINISTRATOR");
  await context.addCookies([sessionOf(portal, admin)]);
  await page.goto("/settings/tokens");
  await page.getByLabel("What it is for").fill("audited");
  await page.getByRole("button", { name: "Make token" }).click();
  await expect(page.locator(".secret")).toBeVisible();
  await page.goto("/admin/audit");
  await looksRight(page);
  await page.getByRole("link", { name: "Tokens", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: admin.name }).filter({ hasText: "Token made" })).toBeVisible();
  await looksRight(page);
  await page.goto("/admin/installation");
  await expect(page.getByRole("row", { name: /^Database PostgreSQL/ })).toBeVisible();
  await looksRight(page);
});

test("an imported author is handed over to the colleague behind the name", async ({ page, context, portal }) => {
  const [admin, colleague] = [await somebody("ADMINISTRATOR"), await somebody()];
  const name = `Author ${randomUUID().slice(0, 8)}`;
  await inDatabase(
    `WITH u AS (INSERT INTO "User" (id, handle, name, languages, knows, wants) VALUES (gen_random_uuid(), $1, $2, '{}', '{}', '{}') RETURNING id)
    INSERT INTO "ImportedAuthor" ("userId", source, "sourceId", "displayName") SELECT id, 'forum', $1, $2 FROM u`,
    `a-${randomUUID().slice(0, 8)}`, name,
  );
  await context.addCookies([sessionOf(portal, admin)]);
  await page.goto("/admin/authors");
  await looksRight(page);
  await page.getByRole("searchbox", { name: "Find by name" }).fill(name);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await row.getByText("This is a colleague").click();
  await row.getByLabel(`Who is ${name}?`).fill("nobody-of-this-name");
  await row.getByRole("button", { name: "Hand over the texts" }).click();
  await expect(row.getByText("Nobody here has this handle or address.").first()).toBeVisible();
  await looksRight(page);
  await row.getByLabel(`Who is ${name}?`).fill(colleague.handle);
  await row.getByRole("button", { name: "Hand over the texts" }).click();
  await expect(page.getByText("Nobody has such a name.")).toBeVisible();
});
