import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

import { type JsonObject, object, texts } from '../../src/sarif/json';
import { proposals, tableSchema } from '../../src/text/front_matter';

const project = path.resolve('../..');
const schema = object(JSON.parse(readFileSync('schemas/rule-page.schema.json', 'utf8')));

/** The keys of a TOML text with their tables and values. */
function keys(toml: string): readonly { table: string; key: string; value: string }[] {
    let table = '';
    return toml.split('\n').flatMap((line) => {
        const header = /^\[([^\]]+)\]/.exec(line)?.[1];
        if (header !== undefined) table = header;
        const [, key, value] = /^([\w-]+)\s*=\s*(.*)$/.exec(line) ?? [];
        return key === undefined ? [] : [{ table, key, value: value ?? '' }];
    });
}

/** The keys of a page that the schema does not define. */
function unknown(toml: string): readonly string[] {
    return keys(toml).flatMap(({ table, key, value }) => {
        const { properties, additionalProperties } = tableSchema(schema, table);
        // A key of the user's own, as in [lists], may hold a value; one as in [messages] is a table.
        const free = Array.isArray(object(additionalProperties).type) ? additionalProperties : undefined;
        const known = object(properties)[key] ?? free;
        if (known === undefined) return [`[${table}] ${key}`];
        const options = texts(object(known).enum);
        const word = /^"([^"]*)"$/.exec(value.trim())?.[1];
        return options.length > 0 && word !== undefined && !options.includes(word) ? [`[${table}] ${key} = ${word}`] : [];
    });
}

function pages(): readonly string[] {
    return ['plugins', 'rules'].flatMap((folder) =>
        readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
            .filter((name) => name.endsWith('.md'))
            .map((name) => path.join(project, folder, name)),
    );
}

describe('the schema of rule pages', () => {
    it('defines every key of the rules in the tree', () => {
        let read = 0;
        for (const file of pages()) {
            const front = /^\+\+\+\n([^]*?)\n\+\+\+\n/.exec(readFileSync(file, 'utf8'))?.[1];
            if (front === undefined) continue;
            read += 1;
            assert.deepEqual(unknown(front), [], file);
        }
        assert.ok(read > 100, `${read} pages only`);
    });

    it('defines each kind with every key in the guide', () => {
        const guide = readFileSync(path.join(project, 'docs/pack-guide.md'), 'utf8');
        const kinds = texts(object(object(schema.properties).kind).enum);
        const shown = [...guide.matchAll(/^```toml\n\[(\w+)\]\n([^]*?)^```/gm)].map((one) => ({ kind: one[1]!, toml: `[${one[1]!}]\n${one[2]!}` }));
        assert.deepEqual(shown.map((one) => one.kind).sort(), [...kinds].sort());
        for (const { kind, toml } of shown) assert.deepEqual(unknown(toml), [], kind);
    });

    it('finds a key that is wrong', () => {
        assert.deepEqual(unknown('id = "a/b"\nlevl = "error"\nlevel = "fatal"\n[term]\nban = ["x"]\n'), ['[] levl', '[] level = fatal', '[term] ban']);
    });

    it('completes a word list', () => {
        const range = { kind: 'key', table: 'lists.verbs', present: new Set(['zh', 'en', 'list']) } as const;
        assert.deepEqual(proposals(schema, range).map((one) => one.insert), ['words = ["$1"]', 'extend = ${1|true,false|}', 'scan = ${1|true,false|}']);
    });

    it('completes a kind\'s own table', () => {
        const range = { kind: 'key', table: 'deadline', present: new Set(['month']) } as const;
        assert.deepEqual(proposals(schema, range).map((one) => one.insert), ['in = ["$1"]', 'agency = ["$1"]', 'years = { from = $1 }', 'day = ${1:0}', 'when = "$1"', 'labels = ["$1"]']);
    });
});

describe('the snippet of a rule page', () => {
    it('is a page that the schema accepts', () => {
        const snippets = JSON.parse(readFileSync('snippets/rule-page.json', 'utf8')) as Record<string, { body: string[] }>;
        for (const { body } of Object.values(snippets)) {
            const filled = body.join('\n').replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '');
            const front = /^\+\+\+\n([^]*?)\n\+\+\+\n/.exec(filled)?.[1];
            assert.ok(front !== undefined, filled);
            assert.deepEqual(unknown(front), []);
            const present = new Set(keys(front).map(({ table, key }) => (table === '' ? key : table.split('.')[0]!)));
            for (const key of texts(schema.required)) assert.ok(present.has(key), key);
            // A rule is either code or of a kind whose table follows.
            const kind = keys(front).find((one) => one.key === 'kind')?.value.replace(/"/g, '') ?? 'native';
            assert.ok(present.has(kind), `no [${kind}]`);
        }
    });
});

describe('the schema of gouji.toml', () => {
    it('is gouji\'s own', () => {
        const carried = JSON.parse(readFileSync('schemas/gouji.schema.json', 'utf8')) as JsonObject;
        assert.deepEqual(carried, JSON.parse(readFileSync(path.join(project, 'docs/gouji.schema.json'), 'utf8')));
        assert.ok(Object.keys(object(carried.properties)).includes('suppress'));
    });
});
