import powerApps from "@microsoft/eslint-plugin-power-apps";
import tseslint from "typescript-eslint";

const unlike = "V8 and Jint differ here, or only one of them has it, and rules run in both.";
const properties = (object, names, message) => names.map((property) => ({ object, property, message }));
const methods = (names, message) => names.map((name) => ({ selector: `MemberExpression[property.name='${name}']`, message }));
const timers = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"];

/** Code of the rule bundle gives the same answer in every engine. */
const sameInEveryEngine = {
  "no-restricted-globals": ["error", ...["Promise", "Intl", "Temporal", "console", "structuredClone", "eval", "Function", "Proxy", "Reflect", "Atomics", "SharedArrayBuffer", "Iterator", "WeakRef", "FinalizationRegistry", ...timers].map((name) => ({ name, message: unlike }))],
  "no-restricted-properties": ["error",
    ...properties("Math", ["random", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log", "log1p", "log2", "log10", "cbrt", "hypot"], unlike),
    ...properties("Object", ["groupBy"], unlike), ...properties("Map", ["groupBy"], unlike),
  ],
  "no-restricted-syntax": ["error",
    { selector: ":function[async=true], AwaitExpression, ForOfStatement[await=true], ImportExpression", message: "Rules are synchronous: yield what is to be read." },
    { selector: "Identifier[name='Date'][parent.type!='TSTypeReference']", message: "Rules know no clock: the business day comes with the context; reckon with #domain/calendar." },
    { selector: "BinaryExpression[operator='**'] > Literal[raw=/[.]/].right, BinaryExpression[operator='**'] > UnaryExpression.right, AssignmentExpression[operator='**=']", message: "Powers with fractions differ in the last digit: multiply, or use BigInt." },
    { selector: "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']", message: "An engine serves many calls: nothing outlives one. Keep it in a function." },
    { selector: "Literal[regex.pattern=/\\(\\?<[=!]/]", message: "Lookbehind differs between the engines: match what stands before and keep it." },
    ...methods(["localeCompare", "toLocaleString", "toLocaleDateString", "toLocaleTimeString", "toLocaleUpperCase", "toLocaleLowerCase"], "Locales differ between the engines: compare with < and write texts with #domain/templates/format."),
    ...methods(["normalize"], "normalize() throws a foreign error on half a pair, and its tables differ between the engines."),
  ],
};

export default tseslint.config(
  { ignores: ["**/out/**", "**/generated/**", "dist/**", "node_modules/**", ".duly/**"] },
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["pcf-controls/**/*.{ts,tsx}", "webresources/**/*.ts"],
    plugins: { "@microsoft/power-apps": powerApps },
    rules: { ...powerApps.configs.paCheckerHosted.rules },
  },
  {
    files: ["domain/**/*.ts", "plugins-ts-bridge/{sdk,rows,rules}/**/*.ts", "plugins-ts-bridge/{bundle,bundle-steps}.ts"],
    // The prelude is what levels the engines, so it must name what it takes away.
    ignores: ["plugins-ts-bridge/sdk/prelude.ts"],
    rules: sameInEveryEngine,
  },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
