import { type JsonObject, object, text, texts } from '../sarif/json';

/** The position of the caret in a rule page's front matter. */
export type CaretContext =
    | { readonly kind: 'key'; readonly table: string; readonly present: ReadonlySet<string> }
    | { readonly kind: 'value'; readonly table: string; readonly key: string };

/** Undefined outside the front matter, which is TOML between the first two lines that read +++. */
export function caretContextAt(lines: readonly string[], line: number, character: number): CaretContext | undefined {
    if (lines[0]?.trim() !== '+++' || line === 0) return undefined;
    const end = lines.findIndex((one, index) => index > 0 && one.trim() === '+++');
    if (end >= 0 && line >= end) return undefined;
    let table = '';
    let present = new Set<string>();
    for (const [index, one] of lines.entries()) {
        if (index === 0) continue;
        if (index === end) break;
        const header = /^\s*\[+\s*([^\]]*?)\s*\]+/.exec(one)?.[1];
        if (header !== undefined) {
            if (index > line) break;
            table = header;
            present = new Set();
            continue;
        }
        const key = /^\s*([\w-]+)\s*=/.exec(one)?.[1];
        if (key !== undefined && index !== line) present.add(key);
    }
    const before = lines[line]?.slice(0, character) ?? '';
    const assigned = /^\s*([\w-]+)\s*=/.exec(before)?.[1];
    if (assigned !== undefined) return { kind: 'value', table, key: assigned };
    return /^\s*[\w-]*$/.test(before) ? { kind: 'key', table, present } : undefined;
}

export interface Proposal {
    readonly label: string;
    readonly insert: string;
    readonly documentation: string;
}

/** What the schema allows at a position. */
export function proposals(schema: JsonObject, context: CaretContext): readonly Proposal[] {
    const table = tableSchema(schema, context.table);
    const properties = object(table.properties);
    if (context.kind === 'key') {
        return Object.keys(properties)
            .filter((key) => !context.present.has(key) && object(properties[key])['x-table'] !== true)
            .map((key) => ({ label: key, insert: `${key} = ${valueFor(object(properties[key]))}`, documentation: text(object(properties[key]).description) ?? '' }));
    }
    const property = object(properties[context.key]);
    const values = [...texts(property.enum), ...texts(object(property.items).enum)];
    return values.map((value) => ({ label: value, insert: value, documentation: '' }));
}

/** [messages.sum] is described by properties.messages.additionalProperties. */
export function tableSchema(schema: JsonObject, table: string): JsonObject {
    let found = schema;
    for (const part of table === '' ? [] : table.split('.')) {
        const named = object(found.properties)[part];
        found = object(named ?? found.additionalProperties);
    }
    return found;
}

/** The snippet text for a value of this type. */
function valueFor(property: JsonObject): string {
    const given = text(property['x-insert']);
    if (given !== undefined) return given;
    const choices = texts(property.enum);
    if (choices.length > 0) return `"\${1|${choices.join(',')}|}"`;
    switch (property.type) {
        case 'boolean':
            return '${1|true,false|}';
        case 'integer':
            return '${1:0}';
        case 'array':
            return '["$1"]';
        case 'object':
            return '{ zh = "$1", en = "$2" }';
        default:
            return '"$1"';
    }
}
