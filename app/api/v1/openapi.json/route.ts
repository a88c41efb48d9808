import { createDocument } from "zod-openapi";
import { env } from "@/lib/platform/env";
import { paths } from "../_operations";

/** What programs can ask, for everybody who can reach the portal: it says nothing of what is in it. */
export const GET = () =>
  Response.json(
    createDocument({
      openapi: "3.1.0",
      info: { title: "Stepwell", version: "1", description: "The same reads and writes as the pages, for programs." },
      servers: [{ url: new URL("/api/v1", env().NEXTAUTH_URL).href }],
      security: [{ token: [] }],
      components: { securitySchemes: { token: { type: "http", scheme: "bearer", description: "A personal token, made in the settings or by `npm run -s token -- EMAIL`." } } },
      paths,
    }),
  );
