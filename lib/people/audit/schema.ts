import { z } from "zod";

/** Subjects of the audit, as its filter names them. */
export const auditSubjects = ["person", "invitation", "password", "email", "identity", "role", "token", "unit", "erasure", "import"] as const;
export const ListAudit = z.object({
  about: z.enum(auditSubjects).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  limit: z.coerce.number().int().min(1).max(100).default(50).catch(50),
});
export type AuditFilter = z.output<typeof ListAudit>;
