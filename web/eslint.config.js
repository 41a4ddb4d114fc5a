// The walls of the client as lint rules: app -> features -> ui, lib, api; features do not import each
// other; ui knows no API. `src/app/walls.test.ts` holds the same walls against relative paths too.
import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Refuses imports of the given layers, with the reason. */
const wall = (files, groups, message) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: [{ group: groups, message }] }] },
});

export default tseslint.config(
  { ignores: ["dist", "node_modules", "pictures", "test-results", "src/api/schema.d.ts"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "max-lines": ["error", { max: 250 }],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.name='parseFloat']",
          message: "Figures and money are exact decimal strings: use lib/decimal.",
        },
        {
          selector: "MemberExpression[property.name='toFixed']",
          message: "Never format a float: use lib/format.",
        },
        {
          selector: "JSXAttribute[name.name='to'] Literal[value=/^\\//]",
          message: "Addresses come from lib/paths only.",
        },
      ],
    },
  },
  { files: ["scripts/**", "*.js", "*.ts", "e2e/**"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", Buffer: "readonly" } } },
  wall(["src/lib/**", "src/locales/**"], ["@/app/*", "@/features/*", "@/ui/*", "@/api/*"], "lib and locales stand at the bottom."),
  wall(["src/api/**"], ["@/app/*", "@/features/*", "@/ui/*"], "api knows no page."),
  wall(["src/ui/**"], ["@/app/*", "@/features/*", "@/api/*"], "ui knows no API and no feature."),
  wall(["src/features/**"], ["@/app/*", "@/features/*"], "Features do not import each other; inside one use relative paths."),
);
