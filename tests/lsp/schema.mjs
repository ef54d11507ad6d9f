// node schema.mjs MODULES TYPES: reads {method: [messages]} from standard input, prints what does not fit the protocol.
import { createRequire } from 'node:module';
import path from 'node:path';

const [modules, types] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'x.js'));
const { createGenerator } = require('ts-json-schema-generator');
const Ajv = require('ajv').default;
const schema = createGenerator({ path: types, type: 'Server', skipTypeCheck: true, additionalProperties: false, expose: 'all', topRef: true }).createSchema('Server');
const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });
ajv.addSchema(schema, 'lsp');
let text = '';
for await (const piece of process.stdin) text += piece;
let checked = 0;
const wrong = [];
for (const [method, messages] of Object.entries(JSON.parse(text))) {
  const fits = ajv.compile({ $ref: `lsp#/definitions/Server/properties/${method.replace('/', '~1')}` });
  for (const message of messages) {
    checked += 1;
    if (!fits(message)) wrong.push({ method, errors: fits.errors.slice(0, 5), message: JSON.stringify(message).slice(0, 400) });
  }
}
process.stdout.write(JSON.stringify({ checked, wrong }, null, 1));
