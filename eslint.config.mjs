import next from "eslint-config-next/core-web-vitals";
import ts from "eslint-config-next/typescript";

const a11y = next.find(({ plugins }) => plugins?.["jsx-a11y"]).plugins["jsx-a11y"];

const forbidden = {
  actor: {
    selector: "TSAsExpression[typeAnnotation.typeName.name='Actor']",
    message: "Only lib/platform/actors.ts and tests/support may mint an Actor.",
  },
  rawSql: {
    selector: "MemberExpression[property.name=/^\\$(query|execute)RawUnsafe$/], CallExpression[callee.object.name='Prisma'][callee.property.name='raw']",
    message: "SQL is a tagged template: $queryRaw`…`.",
  },
  mock: {
    selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock)$/]",
    message: "No mock of our own modules: take a real database, a real server.",
  },
  skipped: {
    selector: "MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|todo|fixme)$/]",
    message: "A test runs, always.",
  },
  slept: { selector: "MemberExpression[property.name='waitForTimeout']", message: "Wait for what the person waits for, not for a time." },
};
const restricted = ({ ...rules }) => ({ "no-restricted-syntax": ["error", ...Object.values(rules)] });
const { actor: _mayMint, ...others } = forbidden;

export default [
  { ignores: [".next*/**", ".data/**", "lib/generated/**", "public/**", "next-env.d.ts", "*.cjs", "test-results/**"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  ...next,
  ...ts,
  {
    files: ["**/*.tsx"],
    // A table or board that scrolls must take the focus, so that the keyboard can scroll it.
    rules: { ...a11y.flatConfigs.strict.rules, "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["tabpanel", "region", "group"] }] },
  },
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ["*.mjs", "lib/cli/*.mjs"] }, tsconfigRootDir: import.meta.dirname } },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: { "@typescript-eslint/no-floating-promises": "error", "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }] },
  },
  {
    rules: {
      ...restricted(forbidden),
      "max-lines": ["error", 200],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" }],
      "import/no-anonymous-default-export": "off",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-ignore": true, "ts-nocheck": true, "ts-expect-error": true }],
    },
  },
  { files: ["{lib,tests}/**/*.ts"], rules: { "react-hooks/rules-of-hooks": "off" } }, // no components there: useTags is a verb
  { files: ["prisma/demo/**", "tests/**"], rules: { "max-lines": "off" } },
  { files: ["app/**"], rules: { "@next/next/no-html-link-for-pages": "off" } }, // plain links are a decision (README)
  { files: ["lib/platform/actors.ts", "tests/support/**"], rules: restricted(others) },
];
