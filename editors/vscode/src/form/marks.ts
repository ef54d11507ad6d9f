import { Lines, type Span } from '../text/lines';
import type { Located } from '../text/located';
import type { FormCell, FormTable } from './model';

/** How a cell is highlighted, and the messages for it. */
export interface Mark {
    readonly level: 'error' | 'warning' | 'note' | 'involved';
    readonly messages: readonly string[];
}

const RANK = { error: 3, warning: 2, note: 1, involved: 0 } as const;

/** Cells that have findings, and cells that are part of a failing identity. */
export function marks(table: FormTable, text: string, located: readonly Located[]): ReadonlyMap<FormCell, Mark> {
    const lines = new Lines(text);
    const found = new Map<FormCell, Mark>();
    const add = (cell: FormCell, level: Mark['level'], message: string): void => {
        const before = found.get(cell);
        const worse = before === undefined || RANK[level] > RANK[before.level] ? level : before.level;
        const messages = before?.messages ?? [];
        found.set(cell, { level: worse, messages: message === '' || messages.includes(message) ? messages : [...messages, message] });
    };

    const failing = new Set(
        table.identities
            .filter((identity) => identity.holds === false)
            .flatMap((identity) => identity.terms.map((term) => `${term.row}\n${term.column}`)),
    );
    for (const row of table.rows) {
        for (const cell of row.cells) {
            if (failing.has(`${row.key}\n${cell.column}`)) add(cell, 'involved', '');
            if (cell.region === undefined) continue;
            const span = lines.span(cell.region);
            for (const one of located) {
                if (!touches(span, one.span)) continue;
                add(cell, one.finding.level === 'none' ? 'note' : one.finding.level, one.finding.message);
            }
        }
    }
    return found;
}

/** Whether a finding lies inside the cell. A finding on a whole table or row marks no cell. */
function touches(cell: Span, finding: Span): boolean {
    const inside = finding.start >= cell.start && finding.end <= cell.end;
    return inside && (finding.end > finding.start || cell.start === cell.end || finding.start < cell.end || finding.start === cell.start);
}
