/** The lines of the house (README, "The house on one page"). A feature's file may lie up to two folders deeper: lib/<feature>/<part>/queries.ts. */
const feature = "^lib/(?!platform|generated|cli)([^/]+)/";
const files = (names) => ["", "[^/]+/", "[^/]+/[^/]+/"].map((parts) => `${feature}${parts}(${names})\\.ts$`);
const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const typesOnly = ["type-only"];

module.exports = {
  forbidden: [
    never("no-cycles", "Two files that need each other are one file, or miss a third.", { pathNot: "^lib/generated/" }, { circular: true }),
    never("no-orphans", "A source file that nothing imports is dead.", { orphan: true, path: "^(components|lib)/", pathNot: "^lib/(cli|generated)/|\\.d\\.ts$" }, {}),
    never("only-routes-import-app", "Routes are the top; nothing stands on them.", { pathNot: "^(app|tests)/" }, { path: "^app/" }),
    never("platform-is-the-ground", "It knows no noun of the domain.", { path: "^lib/platform/" }, { path: ["^components/", feature] }),
    never("programs-are-not-imported", "lib/cli holds programs of the command line.", { pathNot: "^(lib/cli|tests)/" }, { path: "^lib/cli/" }),
    never(
      "generated-only-as-type",
      "The client is reached through lib/platform; elsewhere only its types and enumerations.",
      { path: "^(app|components|lib)/", pathNot: "^lib/(platform|generated|cli)/" },
      { path: "^lib/generated/", pathNot: "^lib/generated/prisma/enums", dependencyTypesNot: typesOnly },
    ),
    never(
      "db-behind-access",
      "read() and command() hand out the database, with what the actor may see.",
      { path: "^(app|components|lib)/", pathNot: "^lib/(platform|cli)/" },
      { path: "^lib/platform/db\\.ts", dependencyTypesNot: typesOnly },
    ),
    never("ui-knows-no-domain", "components/ui would fit any other product.", { path: "^components/ui/" }, { path: ["^components/(?!ui/)", feature, "^lib/platform/(?!i18n/)"] }),
    never("components-take-data-as-props", "Pages read; components show.", { path: "^components/" }, { path: [...files("queries|commands|events|jobs"), "^lib/platform/(db|access|session)\\.ts"], dependencyTypesNot: typesOnly }),
    never("pages-do-not-command", "Forms go through actions; programs through app/api.", { path: "^app/", pathNot: "^app/api/" }, { path: files("commands") }),
    never("reactions-run-in-jobs", "Events and jobs are wired in instrumentation.ts, nowhere else.", { path: "^(app|components)/" }, { path: files("events|jobs") }),
    never("pure-files-stay-pure", "Rules, policies and schemas: zod, results, actors, hours, SQL pieces and types.", { path: files("rules|policy|schema") }, { path: ["^lib/platform/(?!result|actor|sql|hours)", "^node_modules/(?!zod)"], dependencyTypesNot: typesOnly }),
    never("features-meet-at-the-door", "Of another feature: its queries, policy, schema and rules.", { path: `${feature}` }, { path: files("commands|actions|events|jobs"), pathNot: "^lib/$1/" }),
    never("slices-of-view-do-not-mix", "What two features show belongs to components/ui or components/writing.", { path: "^components/([^/]+)/" }, { path: "^components/(?!ui/|writing/)", pathNot: "^components/$1/" }),
    never("no-unresolved", "", {}, { couldNotResolve: true, pathNot: "^(react-server|bun:)" }),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next|^next-env" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
