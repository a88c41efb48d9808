/** What the audit tells of: the administration of people, units, roles and ways in. What is said in communities is theirs. */
export const audited = [
  "organisation.founded",
  ...["invited", "joined", "moved", "added", "claimed", "closed", "erased"].map((fact) => `person.${fact}`),
  "invitation.renewed",
  ...["changed", "reset-asked", "reset"].map((fact) => `password.${fact}`),
  ...["change-asked", "changed", "set"].map((fact) => `email.${fact}`),
  ...["connected", "disconnected"].map((fact) => `identity.${fact}`),
  ...["granted", "withdrawn"].map((fact) => `role.${fact}`),
  ...["made", "made-for", "revoked"].map((fact) => `token.${fact}`),
  ...["added", "edited", "moved", "closed", "reopened"].map((fact) => `unit.${fact}`),
  ...["asked", "withdrawn"].map((fact) => `erasure.${fact}`),
  ...["people", "units"].map((what) => `import.${what}`),
] as const;

/** Acts of administration inside communities: told where the administrator reads the community, too. */
export const auditedInside = ["discussion.hidden", "discussion.unhidden", "reply.hidden", "reply.unhidden", "community.founded", "community.archived", "community.reopened"] as const;
