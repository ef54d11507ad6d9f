// validate.mjs MODULES SCHEMA... -- LOG...: every log against every schema; says what is wrong.
import fs from "node:fs";
import { createRequire } from "node:module";

const [modules, ...rest] = process.argv.slice(2);
const require = createRequire(modules + "/");
const Ajv04 = require("ajv-draft-04").default ?? require("ajv-draft-04");
const Ajv2020 = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;
const load = (file) => JSON.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
const split = rest.indexOf("--");
const schemas = rest.slice(0, split).map((file) => {
  const schema = load(file);
  const ajv = new (/draft-04/.test(schema.$schema) ? Ajv04 : Ajv2020)({ strict: false, allErrors: true });
  return [file, addFormats(ajv).compile(schema)];
});
let wrong = 0;
for (const log of rest.slice(split + 1)) {
  for (const [file, valid] of schemas) {
    if (valid(load(log))) continue;
    wrong += 1;
    for (const e of valid.errors.slice(0, 5)) console.log(`${log}: ${file}: ${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  }
}
process.exit(wrong ? 1 : 0);
