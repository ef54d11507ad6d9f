import * as path from 'node:path';

export interface Suppression {
    readonly rule: string;
    /** Relative to the folder of gouji.toml, with slashes. */
    readonly file: string;
    readonly fingerprint?: string;
    readonly reason: string;
}

/** Appends a suppression to the configuration unless it is there already. */
export function withSuppression(toml: string, suppression: Suppression): string {
    const newline = toml.includes('\r\n') ? '\r\n' : '\n';
    const entries = [
        `rule = ${quoted(suppression.rule)}`,
        `file = ${quoted(suppression.file)}`,
        ...(suppression.fingerprint === undefined ? [] : [`fingerprint = ${quoted(suppression.fingerprint)}`]),
    ];
    const block = ['[[suppress]]', ...entries].join(newline);
    if (toml.includes(block + newline)) return toml;
    const kept = toml === '' || toml.endsWith('\n') ? toml : toml + newline;
    const gap = kept === '' ? '' : newline;
    return `${kept}${gap}${block}${newline}reason = ${quoted(suppression.reason)}${newline}`;
}

/**
 * Sets the level of a rule to “off” in the table [rules], which is created when missing. Undefined
 * when the rule's entry or the table is written in a form that cannot be edited line by line.
 */
export function withRuleOff(toml: string, rule: string): string | undefined {
    const newline = toml.includes('\r\n') ? '\r\n' : '\n';
    const entry = `${quoted(rule)} = "off"`;
    const lines = toml.split(/\r?\n/);
    const isHeader = (line: string): boolean => /^\s*\[/.test(line);
    const named = (line: string): boolean => line.includes(quoted(rule)) || line.includes(`'${rule}'`);
    const start = lines.findIndex((line) => /^\s*\[\s*rules\s*\]/.test(line));
    if (lines.some((line) => isClosed(line, 'rules') || (isHeader(line) && named(line)))) return undefined;
    if (start < 0) {
        const kept = toml === '' || toml.endsWith('\n') ? toml : toml + newline;
        return `${kept}${kept === '' ? '' : newline}[rules]${newline}${entry}${newline}`;
    }
    const length = lines.slice(start + 1).findIndex(isHeader);
    const end = length < 0 ? lines.length : start + 1 + length;
    const present = lines.findIndex((line, index) => index > start && index < end && named(line));
    if (present < 0) lines.splice(start + 1, 0, entry);
    else if (/=\s*(["'])\w+\1\s*(#.*)?$/.test(lines[present] ?? '')) lines[present] = entry;
    else return undefined;
    return lines.join(newline);
}

/** Whether a table or list is written inline, so that nothing can be appended to it. */
export function isClosed(toml: string, name: 'suppress' | 'rules' = 'suppress'): boolean {
    return new RegExp(`^\\s*${name}\\s*[=.]`, 'm').test(toml);
}

/** A TOML basic string. */
export function quoted(words: string): string {
    // eslint-disable-next-line no-control-regex -- control characters are what has to be escaped
    const escaped = words.replace(/["\\\u0000-\u001f\u007f]/g, (character) => {
        if (character === '"' || character === '\\') return `\\${character}`;
        return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
    return `"${escaped}"`;
}

/** A path as a glob of gouji.toml, with ? for a star in a file name. */
export function relativeTo(configuration: string, file: string): string {
    const relative = path.relative(path.dirname(configuration), file).split(path.sep).join('/');
    return relative.replace(/\*/g, '?');
}

/** The folders that are searched for gouji.toml, from the file's folder up to the workspace folder. */
export function folders(file: string, workspace: string | undefined): readonly string[] {
    const found: string[] = [];
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
        found.push(folder);
        if (folder === workspace || folder === path.dirname(folder)) break;
    }
    return found;
}
