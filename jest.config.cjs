const swc = ["@swc/jest", {
  module: { type: "commonjs" }, sourceMaps: "inline",
  jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "classic" } } },
}];
const project = (name, environment, match) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: environment,
  testMatch: match.map((pattern) => `<rootDir>/tests/${pattern}`),
  testPathIgnorePatterns: ["/node_modules/", "/out/", "/dist/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/pcf-controls/out/"],
  transform: { "^.+\\.tsx?$": swc },
  transformIgnorePatterns: ["/node_modules/(?!(@fluentui|fast-check|pure-rand)/)"],
});

/** node: rules, host, package; jsdom (`*.dom.test`): controls and form scripts; browser (`tests/browser`): a real Chromium. */
module.exports = {
  globalSetup: "<rootDir>/tests/temporary.cjs",
  globalTeardown: "<rootDir>/tests/temporary-gone.cjs",
  projects: [
    { ...project("node", "node", ["**/*.test.ts"]), testPathIgnorePatterns: ["/node_modules/", "/tests/browser/", "\\.dom\\.test\\."] },
    { ...project("jsdom", "jsdom", ["**/*.dom.test.ts", "**/*.dom.test.tsx"]), setupFiles: ["<rootDir>/tests/builders/broadcast-channel.ts"] },
    project("browser", "node", ["browser/**/*.test.ts"]),
  ],
};
