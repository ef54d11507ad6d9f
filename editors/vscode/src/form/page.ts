import type { Say } from '../text/words';
import type { FormCell, FormRow, FormTable, Identity, Model } from './model';
import type { Mark } from './marks';
import { isAlongRow, labelOf, type NameOf, sides } from './verdict';

export interface Drawing {
    readonly model: Model;
    readonly marks: (table: FormTable) => ReadonlyMap<FormCell, Mark>;
    readonly nameOf: NameOf;
    readonly say: Say;
}

/** The page around the tables. Everything that comes from the report is escaped; no script but ours runs. */
export function formPage(drawing: Drawing, nonce: string, title: string): string {
    return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style nonce="${nonce}">${STYLE}</style></head>
<body><main id="forms">${formBody(drawing)}</main>
<script nonce="${nonce}">${SCRIPT}</script></body></html>`;
}

/** The tables alone: what is exchanged when the text has changed, so that the view keeps its place. */
export function formBody(drawing: Drawing): string {
    const { model, say } = drawing;
    if (model.tables.length === 0) return `<p>${html(say('formNone'))}</p>`;
    const head = [model.agency, model.year, model.edition].filter((part) => part !== '').map(html).join(' · ');
    return `<header>${head}</header>` + model.tables.map((table) => drawTable(table, drawing)).join('');
}

function drawTable(table: FormTable, drawing: Drawing): string {
    const { say, nameOf } = drawing;
    const found = table.rows.some((row) => row.cells.some((cell) => cell.region !== undefined));
    const failed = table.identities.filter((identity) => identity.holds === false);
    const state = failed.length > 0 ? 'fails' : 'holds';
    const summary =
        table.identities.length === 0
            ? ''
            : failed.length === 0
              ? `✓ ${say('identitiesHold', table.identities.length)}`
              : `✗ ${say('identitiesFail', table.identities.length, failed.length, failed.map((one) => `${labelOf(table, one)} ${sides(one)}（${nameOf(one.id)}）`).join('；'))}`;
    const body = found ? blocks(table.rows).map((block) => drawBlock(block, table, drawing)).join('') : `<p>${html(say('formMissing'))}</p>`;
    return `<section id="${html(table.form)}"><h2>${html(table.name)}</h2><p class="${state}">${html(summary)}</p>${body}</section>`;
}

/** Rows on end that have the same columns share one head. */
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

function drawBlock(rows: readonly FormRow[], table: FormTable, drawing: Drawing): string {
    const { say } = drawing;
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
                row.cells.map((cell) => drawCell(cell, row, marks.get(cell), say)).join('') +
                (checked ? `<td class="check">${own.map((one) => drawCheck(one, drawing.nameOf)).join(' ')}</td>` : '') +
                '</tr>',
        );
    }
    const feet = [...new Set(ofColumns.map((identity) => identity.id))].map((id) => {
        const byColumn = cells.map((cell) => ofColumns.filter((one) => one.id === id && one.along === cell.column));
        const marksOf = byColumn.map((own) => `<td class="check">${own.map((one) => drawCheck(one, drawing.nameOf)).join(' ')}</td>`).join('');
        return `<tr><th scope="row">${html(drawing.nameOf(id))}</th>${marksOf}${checked ? '<td></td>' : ''}</tr>`;
    });
    return (
        `<div class="scroll"><table><thead><tr><th></th>${head}${checked ? `<th scope="col">${html(say('formChecked'))}</th>` : ''}</tr></thead>` +
        `<tbody>${lines.join('')}</tbody>${feet.length > 0 ? `<tfoot>${feet.join('')}</tfoot>` : ''}</table></div>`
    );
}

function inBlock(identity: Identity, rows: readonly FormRow[]): boolean {
    return identity.terms.some((term) => rows.some((row) => row.key === term.row));
}

function drawCell(cell: FormCell, row: FormRow, mark: Mark | undefined, say: Say): string {
    const classes = [cell.state, ...(mark === undefined ? [] : [mark.level])].map(html).join(' ');
    const shown = cell.state === 'blank' ? '' : cell.printed;
    if (cell.region === undefined) return `<td class="${classes}">${html(shown)}</td>`;
    const { startLine, startColumn, endLine, endColumn } = cell.region;
    const where = say('formCell', startLine, `${row.label} · ${cell.label}`);
    const hint = [...(mark?.messages ?? []), where].join('\n');
    const place = [startLine, startColumn, endLine, endColumn ?? startColumn].join(',');
    return `<td class="${classes}" tabindex="0" role="button" data-place="${place}" title="${html(hint)}">${html(shown)}</td>`;
}

function drawCheck(identity: Identity, nameOf: NameOf): string {
    if (identity.holds === undefined) return `<span title="${html(nameOf(identity.id))}">–</span>`;
    if (identity.holds) return `<span class="holds" title="${html(nameOf(identity.id))}">✓</span>`;
    return `<span class="fails" title="${html(nameOf(identity.id))}">${html(sides(identity))}</span>`;
}

function html(words: string): string {
    return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
body { --line: var(--vscode-editorWidget-border, #8886); color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); padding: 0 1em 2em; }
header { margin: 1em 0; opacity: .8; }
h2 { font-size: 1.15em; margin: 1.6em 0 .3em; }
p { margin: .2em 0 .6em; }
.scroll { overflow-x: auto; margin: 0 0 .8em; }
table { border-collapse: separate; border-spacing: 0; border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
th, td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 2px 6px; }
thead th { font-weight: 600; background: var(--vscode-editorWidget-background); max-width: 5em; }
tbody th, tfoot th { text-align: left; font-weight: normal; min-width: 10em; max-width: 24em; }
/* The names stay while the figures are scrolled. */
th[scope="row"], thead th:first-child { position: sticky; left: 0; background: var(--vscode-editor-background); }
.group th { font-weight: 600; }
[data-depth="1"] { padding-left: 1.5em; } [data-depth="2"] { padding-left: 2.5em; } [data-depth="3"] { padding-left: 3.5em; }
td { text-align: right; font-variant-numeric: tabular-nums; min-width: 2.2em; }
td[data-place] { cursor: pointer; }
td[data-place]:hover, td[data-place]:focus { outline: 2px solid var(--vscode-focusBorder); outline-offset: -2px; }
td.blank { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--line) 4px 5px); }
td.missing { background: var(--line); }
td.involved { box-shadow: inset 0 -3px var(--vscode-editorInfo-foreground); }
td.note { box-shadow: inset 0 0 0 2px var(--vscode-editorInfo-foreground); }
td.warning { box-shadow: inset 0 0 0 2px var(--vscode-editorWarning-foreground); }
td.error { box-shadow: inset 0 0 0 2px var(--vscode-editorError-foreground); background: var(--vscode-inputValidation-errorBackground); font-weight: 700; }
.check { border-left: 3px double var(--line); text-align: center; white-space: nowrap; }
tfoot .check { border-left-width: 1px; border-left-style: solid; }
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
document.addEventListener('keydown', (event) => { if (event.key === 'Enter') open(event); });
window.addEventListener('message', (event) => {
    if (event.data.kind === 'show') document.getElementById('forms').innerHTML = event.data.body;
});
`;
