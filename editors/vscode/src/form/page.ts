import type { Localize } from '../text/messages';
import { formula } from './formula';
import { failingCell, failure, isAlongRow, type NameOf, sides, summarize, totalTitle } from './identities';
import type { Mark } from './marks';
import type { FormCell, FormRow, FormTable, Identity, Model } from './model';
import { html, pageScript, pageStyle } from './webview';

export interface Drawing {
    /** The reports of the text; a compilation has several. */
    readonly reports: readonly Model[];
    /** Shown in place of the forms when the check has failed. */
    readonly instead?: string;
    readonly marks: (table: FormTable) => ReadonlyMap<FormCell, Mark>;
    readonly nameOf: NameOf;
    readonly localize: Localize;
}

/** The HTML page, scrolled to one of the tables. Text of the report is escaped; the nonce admits only our own script. */
export function formPage(drawing: Drawing, nonce: string, title: string, language: string, table = ''): string {
    return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style nonce="${nonce}">${pageStyle}</style></head>
<body data-table="${html(table)}"><main id="forms">${formBody(drawing)}</main>
<script nonce="${nonce}">${pageScript}</script></body></html>`;
}

/** The tables alone. After an edit only these are replaced, so that the view keeps its scroll position. */
export function formBody(drawing: Drawing): string {
    const { reports, localize } = drawing;
    if (reports.every((report) => report.tables.length === 0)) return `<p>${html(drawing.instead ?? localize('formNone'))}</p>`;
    return renderLegend(localize) + reports.map((report) => renderReport(report, drawing)).join('');
}

function renderLegend(localize: Localize): string {
    const entries = [
        ['error', localize('legendError')],
        ['involved', localize('legendInvolved')],
        ['blank', localize('blank')],
        ['missing', localize('legendMissing')],
    ] as const;
    return `<p class="legend">${entries.map(([name, words]) => `<span><i class="${name}"></i>${html(words)}</span>`).join('')}</p>`;
}

function renderReport(report: Model, drawing: Drawing): string {
    const { localize } = drawing;
    const year = report.year === '' ? '' : localize('formYear', report.year);
    const edition = report.edition === '' ? '' : localize('formEdition', report.edition);
    const head = [report.agency, year, edition, totalTitle(report.tables, localize)].filter((part) => part !== '').map(html).join(' · ');
    return `<header>${head}</header>` + report.tables.map((table) => renderTable(table, drawing)).join('');
}

function renderTable(table: FormTable, drawing: Drawing): string {
    const { localize } = drawing;
    const found = table.rows.some((row) => row.cells.some((cell) => cell.region !== undefined));
    const body = found ? blocks(table.rows).map((block) => renderBlock(block, table, drawing)).join('') : `<p>${html(localize('formMissing'))}</p>`;
    return `<section id="${html(table.id)}"><h2>${html(table.name)}</h2>${renderIdentities(table, drawing)}${body}</section>`;
}

function renderIdentities(table: FormTable, { localize, nameOf }: Drawing): string {
    const { total, failed } = summarize([table]);
    if (total === 0) return '';
    if (failed.length === 0) return `<p class="holds">✓ ${html(localize('identitiesHold', total))}</p>`;
    const list = failed.map((one) => {
        const words = html(failure(table, one, nameOf));
        const place = placeOf(failingCell(table, one));
        return place === undefined ? `<li>${words}</li>` : `<li><a href="#" data-place="${place}">${words}</a></li>`;
    });
    return `<p class="fails">✗ ${html(localize('identitiesFail', total, failed.length))}</p><ul>${list.join('')}</ul>`;
}

/** Groups consecutive rows that have the same columns; each group has one header. */
function blocks(rows: readonly FormRow[]): readonly (readonly FormRow[])[] {
    const found: FormRow[][] = [];
    for (const row of rows) {
        const last = found.at(-1);
        if (last !== undefined && columns(last[0]) === columns(row)) last.push(row);
        else found.push([row]);
    }
    return found;
}

function columns(row: FormRow | undefined): string {
    return (row?.cells ?? []).map((cell) => cell.column).join('\n');
}

function renderBlock(rows: readonly FormRow[], table: FormTable, drawing: Drawing): string {
    const { localize } = drawing;
    const marks = drawing.marks(table);
    const cells = rows[0]?.cells ?? [];
    const keys = new Set(cells.map((cell) => cell.column));
    const ofRows = table.identities.filter((identity) => isAlongRow(identity) && rows.some((row) => row.key === identity.along));
    const ofColumns = table.identities.filter((identity) => !isAlongRow(identity) && keys.has(identity.along) && inBlock(identity, rows));
    const checked = ofRows.length > 0;
    const head = cells.map((cell) => `<th scope="col">${html(cell.label)}</th>`).join('');
    const lines: string[] = [];
    let groups: readonly string[] = [];
    for (const row of rows) {
        row.groups.forEach((label, depth) => {
            if (groups[depth] === label) return;
            lines.push(`<tr class="group"><th colspan="${cells.length + (checked ? 2 : 1)}" data-depth="${Math.min(depth, 3)}">${html(label)}</th></tr>`);
        });
        groups = row.groups;
        const own = ofRows.filter((identity) => identity.along === row.key);
        lines.push(
            `<tr><th scope="row" data-depth="${Math.min(row.groups.length, 3)}">${html(row.label)}</th>` +
                row.cells.map((cell) => renderCell(cell, row, marks.get(cell), localize)).join('') +
                (checked ? `<td class="check">${own.map((one) => renderCheck(one, table)).join(' ')}</td>` : '') +
                '</tr>',
        );
    }
    const feet = [...new Set(ofColumns.map((identity) => identity.id))].map((id) => {
        const byColumn = cells.map((cell) => ofColumns.filter((one) => one.id === id && one.along === cell.column));
        const checks = byColumn.map((own) => `<td class="check">${own.map((one) => renderCheck(one, table)).join(' ')}</td>`).join('');
        // The row is labelled with the formula, since the rule's name describes the failure.
        const [one] = ofColumns.filter((identity) => identity.id === id);
        const name = one === undefined ? id : formula(table, one);
        return `<tr><th scope="row" title="${html(drawing.nameOf(id))}">${html(name)}</th>${checks}${checked ? '<td></td>' : ''}</tr>`;
    });
    return (
        `<div class="scroll"><table><thead><tr><th></th>${head}${checked ? `<th scope="col" class="check">${html(localize('formChecked'))}</th>` : ''}</tr></thead>` +
        `<tbody>${lines.join('')}</tbody>${feet.length > 0 ? `<tfoot>${feet.join('')}</tfoot>` : ''}</table></div>`
    );
}

function inBlock(identity: Identity, rows: readonly FormRow[]): boolean {
    return identity.terms.some((term) => rows.some((row) => row.key === term.row));
}

function renderCell(cell: FormCell, row: FormRow, mark: Mark | undefined, localize: Localize): string {
    const classes = [cell.state, ...(mark === undefined ? [] : [mark.level])].map(html).join(' ');
    const shown = cell.state === 'blank' ? '' : cell.printed;
    const place = placeOf(cell);
    if (place === undefined) return `<td class="${classes}">${html(shown)}</td>`;
    const name = `${row.label} · ${cell.label}`;
    const messages = mark?.messages ?? [];
    const spoken = [`${name}：${shown === '' ? localize('blank') : shown}`, ...messages].join('；');
    const hint = [...messages, localize('formCell', cell.region?.startLine ?? 0, name)].join('\n');
    return `<td class="${classes}" tabindex="-1" role="button" data-place="${place}" aria-label="${html(spoken)}" title="${html(hint)}">${html(shown)}</td>`;
}

/** A cell's region for the script of the page: startLine,startColumn,endLine,endColumn. */
function placeOf(cell: FormCell | undefined): string | undefined {
    if (cell?.region === undefined) return undefined;
    const { startLine, startColumn, endLine, endColumn } = cell.region;
    return [startLine, startColumn, endLine, endColumn ?? startColumn].join(',');
}

function renderCheck(identity: Identity, table: FormTable): string {
    const expected = html(formula(table, identity));
    if (identity.holds === undefined) return `<span title="${expected}">–</span>`;
    if (identity.holds) return `<span class="holds" title="${expected}">✓</span>`;
    return `<span class="fails" title="${expected}">${html(sides(identity))}</span>`;
}
