import type { Located } from './located';

/** The lines of a text that somebody types in, both inclusive. */
export interface EditedLines {
    readonly first: number;
    readonly last: number;
}

/** A change as the editor reports it: its range is in the text before. */
export interface Change {
    readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
    readonly text: string;
}

/** The lines that changes made at once have touched, in the text after them. */
export function editedLines(changes: readonly Change[]): EditedLines {
    const grown = changes.reduce((sum, { range, text }) => sum + (text.match(/\r\n|\r|\n/g)?.length ?? 0) - (range.end.line - range.start.line), 0);
    return {
        first: Math.min(...changes.map(({ range }) => range.start.line)),
        last: Math.max(...changes.map(({ range }) => range.end.line)) + grown,
    };
}

/**
 * The findings without those that are new on the edited lines. Input methods pass unfinished words on as text, and what is
 * found in them would flash up and vanish. A finding that was `shown` is known by its rule and line, or its rule and words.
 */
export function withoutNewcomers(found: readonly Located[], shown: readonly Located[], edited: EditedLines): readonly Located[] {
    const known = new Set(shown.flatMap(({ finding, range }) => [`${finding.rule.id} ${range.startLine}`, `${finding.rule.id} ${finding.message}`]));
    return found.filter(
        ({ finding, range }) =>
            range.endLine < edited.first || range.startLine > edited.last || known.has(`${finding.rule.id} ${range.startLine}`) || known.has(`${finding.rule.id} ${finding.message}`),
    );
}
