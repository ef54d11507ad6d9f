import { Lines, type Stretch } from '../text/lines';
import type { Located } from '../text/located';
import type { FormCell, FormTable } from './model';

/** How a cell is to be drawn, and why. */
export interface Mark {
    readonly level: 'error' | 'warning' | 'note' | 'involved';
    readonly messages: readonly string[];
}

const RANK = { error: 3, warning: 2, note: 1, involved: 0 } as const;

/** The cells that findings point at, and those that findings or failing identities speak of. */
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
            const stretch = lines.stretch(cell.region);
            for (const one of located) {
                if (!touches(stretch, one.stretch)) continue;
                add(cell, one.finding.level === 'none' ? 'note' : one.finding.level, one.finding.message);
            }
        }
    }
    return found;
}

/** A finding on a whole table or row says nothing about one cell. */
function touches(cell: Stretch, finding: Stretch): boolean {
    const inside = finding.start >= cell.start && finding.end <= cell.end;
    return inside && (finding.end > finding.start || cell.start === cell.end || finding.start < cell.end || finding.start === cell.start);
}
