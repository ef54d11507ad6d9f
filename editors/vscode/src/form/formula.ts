import type { FormTable, Identity, Term } from './model';

/** The formula of an identity with the table's labels: “总计 = 自然人 + … + 其他”. */
export function formula(table: FormTable, identity: Identity): string {
    const name = termNames(table, identity.terms);
    const side = (which: Term['side']): string => sum(identity.terms.filter((term) => term.side === which), name);
    return `${side('left')} ${identity.relation === '<=' ? '≤' : identity.relation} ${side('right')}`;
}

/** Terms of one row are named by their columns, terms of one column by their rows. */
function termNames(table: FormTable, terms: readonly Term[]): (term: Term) => string {
    const row = (term: Term): string => table.rows.find((one) => one.key === term.row)?.label ?? term.row;
    const column = (term: Term): string =>
        table.rows.find((one) => one.key === term.row)?.cells.find((one) => one.column === term.column)?.label ?? term.column;
    if (terms.every((term) => term.row === terms[0]?.row)) return column;
    if (terms.every((term) => term.column === terms[0]?.column)) return row;
    return (term) => `${row(term)} · ${column(term)}`;
}

/** A long sum is shortened to its first and last terms. */
function sum(terms: readonly Term[], name: (term: Term) => string): string {
    const [first, last] = [terms[0], terms.at(-1)];
    if (first === undefined || last === undefined) return '0';
    const even = terms.every((term) => term.sign === first.sign);
    if (terms.length > 3 && even) return `${signed(first, name, true)}${signed(first, () => '…', false)}${signed(last, name, false)}`;
    return terms.map((term, index) => signed(term, name, index === 0)).join('');
}

function signed(term: Term, name: (term: Term) => string, leads: boolean): string {
    if (leads) return term.sign < 0 ? `−${name(term)}` : name(term);
    return `${term.sign < 0 ? ' − ' : ' + '}${name(term)}`;
}
