import type { Finding, Place } from '../sarif/finding';
import { joined, onlineHelp } from './rule_page';
import type { Localize } from './messages';

/** Makes a link to a place; undefined when it cannot be opened. */
export type LinkTo = (place: Place) => string | undefined;

/** The Markdown of a hover: the figures in a table, then the rule's page. */
export function hover(finding: Finding, localize: Localize, linkTo: LinkTo, explain: string, limit = 1800): string {
    const links = [`[${localize('fullPage')}](${explain})`];
    const online = onlineHelp(finding.rule);
    if (online !== undefined) links.push(`[${localize('helpPage')}](${online})`);
    const parts = [`**${escape(finding.rule.name)}** \`${finding.rule.id}\` · ${links.join(' · ')}`];
    const figures = figureTable(finding, localize, linkTo);
    if (figures !== '') parts.push(figures);
    const page = shorten(withoutTitle(finding.rule.help !== '' ? joined(finding.rule.help) : escape(finding.rule.summary)), limit);
    if (page.text !== '') parts.push(page.text);
    return parts.join('\n\n');
}

/** One row for each place: its name, the printed text, its line. */
function figureTable(finding: Finding, localize: Localize, linkTo: LinkTo): string {
    const places = finding.related.filter((place) => place.region !== undefined);
    if (places.length === 0) return '';
    const rows = [finding.place, ...places].map((place, index) => {
        const name = withoutFigure(nameOf(place, index === 0 ? finding.rule.name : ''), place.region?.snippet);
        const line = place.region === undefined ? '' : localize('line', place.region.startLine);
        const link = linkTo(place);
        return `| ${cell(name)} | ${cell(place.region?.snippet ?? '')} | ${link === undefined ? line : `[${line}](${link})`} |`;
    });
    return [`| ${localize('figures')} | ${localize('printed')} | ${localize('where')} |`, '| :-- | --: | :-- |', ...rows].join('\n');
}

function nameOf(place: Place, fallback: string): string {
    if (place.message !== undefined && place.message !== '') return place.message;
    // Row and column tell figures apart; the chapter is not needed.
    const names = place.logical.slice(1);
    return names.length > 0 ? names.slice(-2).join(' · ') : fallback;
}

/** Removes the figure from a name such as “总计 8”, since the table shows it in its own column. */
function withoutFigure(name: string, figure: string | undefined): string {
    const end = ` ${(figure ?? '').trim()}`;
    return end !== ' ' && name.endsWith(end) ? name.slice(0, -end.length) : name;
}

function cell(words: string): string {
    const line = words.replace(/\s+/g, ' ').trim();
    return escape(line.length > 40 ? `${line.slice(0, 39)}…` : line).replace(/\|/g, '\\|');
}

/** Escapes Markdown syntax in plain text. */
export function escape(words: string): string {
    return words.replace(/[\\`*_{}[\]<>#~]/g, '\\$&');
}

/** Removes the title, which the hover has already, and sets other headings in bold. */
function withoutTitle(page: string): string {
    return page
        .replace(/^\s*#\s+[^\n]*\n+/, '')
        .replace(/^#{2,6}\s+(.+)$/gm, '**$1**')
        .trim();
}

/** Shortens a page at the end of a paragraph, never inside a code fence. */
function shorten(page: string, limit: number): { readonly text: string } {
    if (page.length <= limit) return { text: page };
    let text = '';
    for (const paragraph of page.split(/\n{2,}/)) {
        if (text.length + paragraph.length > limit && text !== '') break;
        text += (text === '' ? '' : '\n\n') + paragraph;
    }
    if ((text.match(/^```/gm)?.length ?? 0) % 2 === 1) text = text.slice(0, text.lastIndexOf('\n```'));
    return { text: `${text}\n\n…` };
}
