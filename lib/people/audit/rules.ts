/** What the audit tells of: the administration of people, units, roles and ways in. What is said in communities is theirs. */
export const audited = [
  "organisation.founded",
  "person.invited", "person.joined", "person.moved", "person.added", "person.claimed", "person.closed", "person.erased",
  "invitation.renewed",
  "password.changed", "password.reset-asked", "password.reset",
  "email.change-asked", "email.changed", "email.set",
  "identity.connected", "identity.disconnected",
  "role.granted", "role.withdrawn",
  "token.made", "token.made-for", "token.revoked",
  "unit.added", "unit.edited", "unit.moved", "unit.closed", "unit.reopened",
  "holiday.added", "holiday.removed",
  "erasure.asked", "erasure.withdrawn",
  "import.people", "import.units",
] as const;

/** Acts of administration inside communities: told where the administrator reads the community, too. */
export const auditedInside = [
  "discussion.hidden", "discussion.unhidden", "reply.hidden", "reply.unhidden", "community.founded", "community.archived", "community.reopened",
] as const;
