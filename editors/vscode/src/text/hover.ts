import type { Finding, Place } from '../sarif/finding';
import { joined, onlineHelp } from './rule_page';
import type { Say } from './words';

/** How a place becomes a link; undefined when it cannot be opened. */
export type LinkTo = (place: Place) => string | undefined;

/** What the editor shows beside a finding's message: the figures in a table, then the rule's page. */
export function hover(finding: Finding, say: Say, linkTo: LinkTo, explain: string, room = 1800): string {
    const links = [`[${say('fullPage')}](${explain})`];
    const online = onlineHelp(finding.rule);
    if (online !== undefined) links.push(`[${say('helpPage')}](${online})`);
    const parts = [`**${escape(finding.rule.name)}** \`${finding.rule.id}\` · ${links.join(' · ')}`];
    const figures = figureTable(finding, say, linkTo);
    if (figures !== '') parts.push(figures);
    const page = shorten(withoutTitle(finding.rule.help !== '' ? joined(finding.rule.help) : escape(finding.rule.summary)), room);
    if (page.text !== '') parts.push(page.text);
    return parts.join('\n\n');
}

/** One row a place: its name, what is printed there, its line. */
function figureTable(finding: Finding, say: Say, linkTo: LinkTo): string {
    const places = finding.related.filter((place) => place.region !== undefined);
    if (places.length === 0) return '';
    const rows = [finding.place, ...places].map((place, index) => {
        const name = withoutFigure(nameOf(place, index === 0 ? finding.rule.name : ''), place.region?.snippet);
        const line = place.region === undefined ? '' : say('line', place.region.startLine);
        const link = linkTo(place);
        return `| ${cell(name)} | ${cell(place.region?.snippet ?? '')} | ${link === undefined ? line : `[${line}](${link})`} |`;
    });
    return [`| ${say('figures')} | ${say('printed')} | ${say('where')} |`, '| :-- | --: | :-- |', ...rows].join('\n');
}

function nameOf(place: Place, otherwise: string): string {
    if (place.message !== undefined && place.message !== '') return place.message;
    // The chapter is plain from the line; row and column are what tells figures apart.
    const names = place.logical.slice(1);
    return names.length > 0 ? names.slice(-2).join(' · ') : otherwise;
}

/** “总计 8” beside an 8 says it twice. */
function withoutFigure(name: string, figure: string | undefined): string {
    const end = ` ${(figure ?? '').trim()}`;
    return end !== ' ' && name.endsWith(end) ? name.slice(0, -end.length) : name;
}

function cell(words: string): string {
    const line = words.replace(/\s+/g, ' ').trim();
    return escape(line.length > 40 ? `${line.slice(0, 39)}…` : line).replace(/\|/g, '\\|');
}

/** Markdown's own marks, which a message uses as plain characters. */
export function escape(words: string): string {
    return words.replace(/[\\`*_{}[\]<>#~]/g, '\\$&');
}

/** A hover is small: the page's title is said already, and its other headings need no large type. */
function withoutTitle(page: string): string {
    return page
        .replace(/^\s*#\s+[^\n]*\n+/, '')
        .replace(/^#{2,6}\s+(.+)$/gm, '**$1**')
        .trim();
}

/** Cuts at a paragraph's end, and never inside a fence. */
function shorten(page: string, room: number): { readonly text: string } {
    if (page.length <= room) return { text: page };
    let text = '';
    for (const paragraph of page.split(/\n{2,}/)) {
        if (text.length + paragraph.length > room && text !== '') break;
        text += (text === '' ? '' : '\n\n') + paragraph;
    }
    if ((text.match(/^```/gm)?.length ?? 0) % 2 === 1) text = text.slice(0, text.lastIndexOf('\n```'));
    return { text: `${text}\n\n…` };
}
