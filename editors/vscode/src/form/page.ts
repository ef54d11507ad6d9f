import type { Localize } from '../text/messages';
import { formula } from './formula';
import type { Mark } from './marks';
import type { FormCell, FormRow, FormTable, Identity, Model } from './model';
import { failures, isAlongRow, type NameOf, sides, summarize, totalTitle } from './identities';

export interface Drawing {
    readonly model: Model;
    /** Shown in place of the forms when the check has failed. */
    readonly instead?: string;
    readonly marks: (table: FormTable) => ReadonlyMap<FormCell, Mark>;
    readonly nameOf: NameOf;
    readonly localize: Localize;
}

/** The HTML page, scrolled to one of the tables. Text of the report is escaped; the nonce admits only our own script. */
export function formPage(drawing: Drawing, nonce: string, title: string, form = ''): string {
    return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style nonce="${nonce}">${STYLE}</style></head>
<body data-form="${html(form)}"><main id="forms">${formBody(drawing)}</main>
<script nonce="${nonce}">${SCRIPT}</script></body></html>`;
}

/** The tables alone. After an edit only these are replaced, so that the view keeps its scroll position. */
export function formBody(drawing: Drawing): string {
    const { model, localize } = drawing;
    if (model.tables.length === 0) return `<p>${html(drawing.instead ?? localize('formNone'))}</p>`;
    const year = model.year === '' ? '' : localize('formYear', model.year);
    const edition = model.edition === '' ? '' : localize('formEdition', model.edition);
    const head = [model.agency, year, edition, totalTitle(model.tables, localize)].filter((part) => part !== '').map(html).join(' · ');
    return `<header>${head}</header>` + model.tables.map((table) => renderTable(table, drawing)).join('');
}

function renderTable(table: FormTable, drawing: Drawing): string {
    const { localize } = drawing;
    const found = table.rows.some((row) => row.cells.some((cell) => cell.region !== undefined));
    const body = found ? blocks(table.rows).map((block) => renderBlock(block, table, drawing)).join('') : `<p>${html(localize('formMissing'))}</p>`;
    return `<section id="${html(table.form)}"><h2>${html(table.name)}</h2>${renderIdentities(table, drawing)}${body}</section>`;
}

function renderIdentities(table: FormTable, { localize, nameOf }: Drawing): string {
    const { total, failed } = summarize([table]);
    if (total === 0) return '';
    if (failed.length === 0) return `<p class="holds">✓ ${html(localize('identitiesHold', total))}</p>`;
    const list = failures(table, nameOf).map((one) => `<li>${html(one)}</li>`).join('');
    return `<p class="fails">✗ ${html(localize('identitiesFail', total, failed.length))}</p><ul>${list}</ul>`;
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
        const marksOf = byColumn.map((own) => `<td class="check">${own.map((one) => renderCheck(one, table)).join(' ')}</td>`).join('');
        // The row is labelled with the formula, since the rule's name describes the failure.
        const [one] = ofColumns.filter((identity) => identity.id === id);
        const name = one === undefined ? id : formula(table, one);
        return `<tr><th scope="row" title="${html(drawing.nameOf(id))}">${html(name)}</th>${marksOf}${checked ? '<td></td>' : ''}</tr>`;
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
    if (cell.region === undefined) return `<td class="${classes}">${html(shown)}</td>`;
    const { startLine, startColumn, endLine, endColumn } = cell.region;
    const where = localize('formCell', startLine, `${row.label} · ${cell.label}`);
    const hint = [...(mark?.messages ?? []), where].join('\n');
    const place = [startLine, startColumn, endLine, endColumn ?? startColumn].join(',');
    return `<td class="${classes}" tabindex="0" role="button" data-place="${place}" title="${html(hint)}">${html(shown)}</td>`;
}

function renderCheck(identity: Identity, table: FormTable): string {
    const expected = html(formula(table, identity));
    if (identity.holds === undefined) return `<span title="${expected}">–</span>`;
    if (identity.holds) return `<span class="holds" title="${expected}">✓</span>`;
    return `<span class="fails" title="${expected}">${html(sides(identity))}</span>`;
}

function html(words: string): string {
    return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
body { --line: var(--vscode-editorWidget-border, #8886); color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); padding: 0 1em 2em; }
header { margin: 1em 0; opacity: .8; }
h2 { font-size: 1.15em; margin: 1.6em 0 .3em; }
p { margin: .2em 0 .6em; }
ul { margin: -.3em 0 .8em; padding-left: 1.6em; }
.scroll { overflow-x: auto; margin: 0 0 .8em; }
table { border-collapse: separate; border-spacing: 0; border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
th, td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 2px 4px; }
thead th { font-weight: 600; background: var(--vscode-editorWidget-background); max-width: 4.2em; }
tbody th, tfoot th { text-align: left; font-weight: normal; min-width: 7em; max-width: 24em; }
/* Row names stay visible while the figures are scrolled. */
th[scope="row"], thead th:first-child { position: sticky; left: 0; background: var(--vscode-editor-background); }
.group th { font-weight: 600; }
[data-depth="1"] { padding-left: 1em; } [data-depth="2"] { padding-left: 1.6em; } [data-depth="3"] { padding-left: 2.2em; }
td { text-align: right; font-variant-numeric: tabular-nums; min-width: 1.8em; }
td[data-place] { cursor: pointer; }
td[data-place]:hover, td[data-place]:focus { outline: 2px solid var(--vscode-focusBorder); outline-offset: -2px; }
td.blank { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--line) 4px 5px); }
td.missing { background: var(--line); }
td.involved { box-shadow: inset 0 -3px var(--vscode-editorInfo-foreground); }
td.note { box-shadow: inset 0 0 0 2px var(--vscode-editorInfo-foreground); }
td.warning { box-shadow: inset 0 0 0 2px var(--vscode-editorWarning-foreground); }
td.error { box-shadow: inset 0 0 0 2px var(--vscode-editorError-foreground); background: var(--vscode-inputValidation-errorBackground); font-weight: 700; }
.check { border-left: 3px double var(--line); text-align: center; white-space: nowrap; }
/* So does the check of a row, since beside the text there is space for half a table only. */
thead th.check, tbody .check { position: sticky; right: 0; background: var(--vscode-editor-background); }
tfoot .check { border-left-width: 1px; border-left-style: solid; white-space: normal; }
tfoot tr:first-child > * { border-top: 3px double var(--line); }
.holds { color: var(--vscode-testing-iconPassed, #388a34); }
.fails { color: var(--vscode-editorError-foreground); font-weight: 600; }
`;

const SCRIPT = `
const editor = acquireVsCodeApi();
const open = (event) => {
    const cell = event.target.closest('[data-place]');
    if (cell) editor.postMessage({ kind: 'reveal', place: cell.dataset.place.split(',').map(Number) });
};
document.addEventListener('click', open);
const start = document.body.dataset.form;
if (start) document.getElementById(start)?.scrollIntoView();
document.addEventListener('keydown', (event) => { if (event.key === 'Enter') open(event); });
window.addEventListener('message', (event) => {
    if (event.data.kind === 'show') document.getElementById('forms').innerHTML = event.data.body;
    if (event.data.kind === 'go') document.getElementById(event.data.form)?.scrollIntoView();
});
`;
