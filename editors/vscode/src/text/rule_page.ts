import type { Rule } from '../sarif/finding';

/** Han and full-width characters and the punctuation between them. */
const WIDE = '[\\u2018-\\u201d\\u2026\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const BREAK = new RegExp(`(?<=${WIDE})\\n(?=${WIDE})`, 'g');

/** A page with the lines of its paragraphs joined: Markdown would put a blank between two Chinese lines. */
export function joined(page: string): string {
    return page
        .split(/^(```[^]*?^```.*)$/m)
        .map((part) => (part.startsWith('```') ? part : part.replace(BREAK, '')))
        .join('');
}

/** Where the rule is described on the web, if anywhere: names kept for examples (RFC 2606) lead nowhere. */
export function onlineHelp(rule: Rule): string | undefined {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(rule.helpUri ?? '')?.[1];
    return host === undefined || /(^|\.)(example|invalid|test|localhost)$/i.test(host) ? undefined : rule.helpUri;
}
