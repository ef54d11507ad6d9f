import type { Rule } from '../sarif/finding';

/** Han and full-width characters and Chinese punctuation. */
const WIDE = '[\\u2018-\\u201d\\u2026\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const BREAK = new RegExp(`(?<=${WIDE})\\n(?=${WIDE})`, 'g');

/** Joins the lines of paragraphs, since Markdown renders a line break between Chinese characters as a space. */
export function joined(page: string): string {
    return page
        .split(/^(```[^]*?^```.*)$/m)
        .map((part) => (part.startsWith('```') ? part : part.replace(BREAK, '')))
        .join('');
}

/** The rule's address on the web. Domains reserved for examples (RFC 2606) are left out. */
export function onlineHelp(rule: Rule): string | undefined {
    const host = /^https?:\/\/([^/:?#]+)/i.exec(rule.helpUri ?? '')?.[1];
    return host === undefined || /(^|\.)(example|invalid|test|localhost)$/i.test(host) ? undefined : rule.helpUri;
}
