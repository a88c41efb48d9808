import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from "zod-openapi";
import { ChangeCommunity } from "@/lib/communities/charter/schema";
import { MembersRequest } from "@/lib/communities/members/schema";
import { interests } from "@/lib/communities/rules";
import { CommunitiesRequest, FoundCommunity } from "@/lib/communities/schema";
import { AcceptAnswer } from "@/lib/discussions/acceptance/schema";
import { reactionNames } from "@/lib/discussions/reactions/schema";
import { EditReply, PostReply } from "@/lib/discussions/replies/schema";
import { DiscussionsRequest, EditDiscussion, PageRequest, StartDiscussion } from "@/lib/discussions/schema";
import { FollowCommunity, FollowDiscussion, FollowTag, SaidLevel } from "@/lib/follows/schema";
import { MarkRead, NotificationsRequest } from "@/lib/notifications/schema";
import { PeopleRequest } from "@/lib/people/schema";
import { SearchRequest } from "@/lib/search/schema";
import { listOf, Problem } from "./_views/record";
import { Community, Member } from "./_views/communities";
import { Discussion, Reply } from "./_views/discussions";
import { NotificationView, Unread } from "./_views/notifications";
import { MeView, PersonFull, PersonListed, UnitView } from "./_views/people";
import { HitView } from "./_views/search";

type Said = { query?: z.ZodObject; path?: z.ZodObject; body?: z.ZodType; answer?: z.ZodType; status?: 200 | 201 | 204; also?: Record<number, string> };

const json = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });
const writing = z.object({ "idempotency-key": z.string().max(200).optional().meta({ description: "The same request under the same key is done once; for 24 hours." }) });

/** One operation: what it takes and gives, and the refusals that every one of its kind may answer. */
const operation = (operationId: string, summary: string, { query, path, body, answer, status = answer ? 200 : 204, also = {} }: Said): ZodOpenApiOperationObject => ({
  operationId,
  summary,
  ...((query || path || body) && { requestParams: { ...(query && { query }), ...(path && { path }), ...(body && { header: writing }) } }),
  ...(body && { requestBody: { required: true, ...json(body) } }),
  responses: {
    [status]: { description: "Done", ...(answer && json(answer)) },
    ...Object.fromEntries(Object.entries(also).map(([code, description]) => [code, { description, ...(answer && json(answer)) }])),
    default: { description: "A refusal", content: { "application/problem+json": { schema: Problem } } },
  },
});

const slug = z.object({ slug: z.string() });
const id = z.object({ id: z.uuid() });
const reaction = id.extend({ name: z.enum(reactionNames) });

const Follow = z.object({ level: SaidLevel.meta({ description: "`default`: you said nothing, and the defaults hold." }) });

/** Every operation of `/api/v1`; a test calls each of them. */
export const paths: ZodOpenApiPathsObject = {
  "/me": { get: operation("getMe", "Who the token or the session acts for", { answer: MeView }) },
  "/people": { get: operation("listPeople", "Colleagues, by what they know among other things", { query: PeopleRequest, answer: listOf(PersonListed) }) },
  "/people/{handle}": { get: operation("getPerson", "One colleague", { path: z.object({ handle: z.string() }), answer: PersonFull }) },
  "/units": { get: operation("listUnits", "The units of the organisation", { answer: listOf(UnitView) }) },
  "/communities": {
    get: operation("listCommunities", "Communities that you see", { query: CommunitiesRequest, answer: listOf(Community) }),
    post: operation("foundCommunity", "Found a community; you become its leader", { body: FoundCommunity.omit({ advise: true }), answer: Community, status: 201 }),
  },
  "/communities/{slug}": {
    get: operation("getCommunity", "One community with its charter", { path: slug, answer: Community }),
    patch: operation("changeCommunity", "Change the charter, as one of its leaders", { path: slug, body: ChangeCommunity.omit({ slug: true, narrows: true }), answer: Community }),
  },
  "/communities/{slug}/membership": {
    put: operation("joinCommunity", "Join, or ask to be let in", { path: slug, body: z.object({ interest: z.enum(interests) }), answer: z.object({ state: z.enum(["member", "requested"]) }), status: 201, also: { 202: "Asked for; the leaders will answer" } }),
    delete: operation("leaveCommunity", "Leave", { path: slug }),
  },
  "/communities/{slug}/members": { get: operation("listMembers", "Members, the leaders first", { path: slug, query: MembersRequest, answer: listOf(Member) }) },
  "/communities/{slug}/follow": { put: operation("followCommunity", "How much of a community reaches you", { path: slug, body: FollowCommunity.omit({ slug: true }), answer: Follow }) },
  "/communities/{slug}/tags/{tag}/follow": { put: operation("followTag", "How much of a tag reaches you", { path: slug.extend({ tag: z.string() }), body: FollowTag.omit({ slug: true, tag: true }), answer: Follow }) },
  "/communities/{slug}/discussions": {
    get: operation("listDiscussions", "Discussions of a community", { path: slug, query: DiscussionsRequest, answer: listOf(Discussion) }),
    post: operation("startDiscussion", "Ask or share", { path: slug, body: StartDiscussion.omit({ community: true }), answer: Discussion, status: 201 }),
  },
  "/discussions/{id}": {
    get: operation("getDiscussion", "One discussion", { path: id, answer: Discussion }),
    patch: operation("editDiscussion", "Change it; `version` says which text was changed", { path: id, body: EditDiscussion.omit({ id: true }), answer: Discussion }),
    delete: operation("deleteDiscussion", "Delete it", { path: id }),
  },
  "/discussions/{id}/replies": {
    get: operation("listReplies", "Replies, the oldest first", { path: id, query: PageRequest, answer: listOf(Reply) }),
    post: operation("postReply", "Answer", { path: id, body: PostReply.omit({ discussionId: true }), answer: Reply, status: 201 }),
  },
  "/discussions/{id}/follow": { put: operation("followDiscussion", "How much of a discussion reaches you", { path: id, body: FollowDiscussion.omit({ id: true }), answer: Follow }) },
  "/discussions/{id}/acceptance": {
    put: operation("acceptAnswer", "Accept an answer", { path: id, body: AcceptAnswer.omit({ discussionId: true }), answer: Discussion }),
    delete: operation("withdrawAcceptance", "Take the acceptance back", { path: id }),
  },
  "/discussions/{id}/reactions/{name}": {
    put: operation("reactToDiscussion", "React", { path: reaction, status: 204 }),
    delete: operation("takeBackReactionToDiscussion", "Take a reaction back", { path: reaction }),
  },
  "/replies/{id}": {
    get: operation("getReply", "One reply", { path: id, answer: Reply }),
    patch: operation("editReply", "Change it; `version` says which text was changed", { path: id, body: EditReply.omit({ id: true }), answer: Reply }),
    delete: operation("deleteReply", "Delete it", { path: id }),
  },
  "/replies/{id}/reactions/{name}": {
    put: operation("reactToReply", "React", { path: reaction, status: 204 }),
    delete: operation("takeBackReactionToReply", "Take a reaction back", { path: reaction }),
  },
  "/notifications": { get: operation("listNotifications", "What you were told, the newest first, each with the reason why", { query: NotificationsRequest, answer: listOf(NotificationView) }) },
  "/notifications/read": { post: operation("markNotificationsRead", "Mark some, a bundle or all of them read", { body: MarkRead, answer: Unread }) },
  "/search": { get: operation("search", "What you may see that matches, best first", { query: SearchRequest, answer: listOf(HitView) }) },
};
