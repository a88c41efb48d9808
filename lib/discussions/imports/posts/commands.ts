import "server-only";
import type { Tx } from "@/lib/platform/db";
import { newId } from "@/lib/platform/id";
import { detectLanguage } from "@/lib/platform/text/language";
import { renderMarkdown } from "@/lib/platform/text/markdown";
import { type Plan, wordsOf } from "../rules";

type Creation = Extract<Plan, { does: "create" }>;
type Change = Extract<Plan, { does: "update" }>;
type World = { source: string; community: { id: string; language: string }; people: Map<string, string | null> };
export type Taken = { id: string; discussionId: string; sourceId: string; acceptedId: string | null; kind: "question" | "answer" };

/** A text has to be so long before it is believed to be in another language than those around it, and so much of it is looked at. */
const telling = 200;
const enough = 800;

/** The language of a text: another than that around it only where both its halves say so. */
const spoken = (words: string, around: string) => {
  const looked = words.slice(0, enough);
  if (looked.length < telling) return around;
  const first = detectLanguage(looked.slice(0, looked.length / 2));
  return first && first !== around && detectLanguage(looked.slice(looked.length / 2)) === first ? first : around;
};

const written = ({ post, body }: Plan, around: string) => ({ body, html: renderMarkdown(body).html, language: spoken(`${post.title}\n${wordsOf(body)}`, around) });

/** Who wrote it: a person of the portal, or a name that nobody stands behind. */
const signed = ({ author: { sourceId, name } }: Plan["post"], people: World["people"]) => {
  const authorId = (sourceId && people.get(sourceId)) || null;
  return { authorId, authorName: authorId ? null : name };
};

const shared = (plan: Creation, { people }: World) => {
  const { createdAt, editedAt, votes, sourceUrl } = plan.post;
  return { id: newId(createdAt), ...signed(plan.post, people), importedVotes: votes, sourceUrl, createdAt, editedAt, updatedAt: editedAt ?? createdAt, version: 1 };
};

/** New questions and new answers with the records of where they came from, a statement each. */
export const createPosts = async (tx: Tx, plans: Creation[], world: World): Promise<Taken[]> => {
  const questions = plans.filter(({ post }) => post.kind === "question").map((plan) => ({ plan, row: { ...shared(plan, world), ...written(plan, world.community.language) } }));
  const answers = plans.flatMap((plan) => (plan.parent ? [{ plan, discussionId: plan.parent.id, row: { ...shared(plan, world), ...written(plan, plan.parent.language) } }] : []));
  if (questions.length > 0)
    await tx.discussion.createMany({
      data: questions.map(({ plan, row }) => ({ ...row, communityId: world.community.id, kind: "QUESTION", title: plan.post.title, tags: plan.tags, lastActivityAt: row.createdAt })),
    });
  if (answers.length > 0) await tx.reply.createMany({ data: answers.map(({ discussionId, row }) => ({ ...row, discussionId })) });
  const taken = [
    ...questions.map(({ plan: { post }, row }) => ({ id: row.id, discussionId: row.id, sourceId: post.sourceId, acceptedId: post.acceptedId, kind: post.kind })),
    ...answers.map(({ plan: { post }, discussionId, row }) => ({ id: row.id, discussionId, sourceId: post.sourceId, acceptedId: null, kind: post.kind })),
  ];
  await tx.importedRecord.createMany({ data: taken.map(({ id, sourceId, kind }) => ({ source: world.source, kind, sourceId, recordId: id })) });
  return taken;
};

/** Posts that are newer at the source. The text that was here before stays in the history. */
export const updatePosts = async (tx: Tx, changes: Change[], world: World) => {
  for (const plan of changes) {
    const { post, before, text, revises, tags } = plan;
    const version = revises && text ? { version: { increment: 1 } } : {};
    const changed = {
      importedVotes: post.votes,
      sourceUrl: post.sourceUrl,
      ...(before.anonymous && signed(post, world.people)),
      ...(text && { ...written(plan, before.language), language: before.language }),
      ...((text || revises || !before.editedAt) && { editedAt: post.editedAt ?? before.editedAt }),
      ...version,
    };
    if (post.kind === "question") {
      const moved = before.communityId !== world.community.id; // its tags are words of another place now
      await tx.discussion.update({ where: { id: before.id }, data: { ...changed, ...(text && { title: post.title, ...(!moved && { tags }) }) } });
    } else await tx.reply.update({ where: { id: before.id }, data: changed });
    if (text && revises)
      await tx.revision.create({
        data: {
          discussionId: before.discussionId, ...(post.kind === "answer" ? { replyId: before.id } : { title: before.title }),
          version: before.version, body: before.body, language: before.language, tags: before.tags, at: post.editedAt ?? new Date(),
        },
      });
  }
};
