/** Style and script of the form view. */

export function html(words: string): string {
    return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const pageStyle = `
body { --line: var(--vscode-editorWidget-border, #8886); color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); padding: 0 1em 2em; }
header { margin: 1em 0; opacity: .8; }
h2 { font-size: 1.15em; margin: 1.6em 0 .3em; }
p { margin: .2em 0 .6em; }
ul { margin: -.3em 0 .8em; padding-left: 1.6em; }
.legend { display: flex; flex-wrap: wrap; gap: .2em 1.2em; margin-top: 1em; font-size: .9em; }
.legend span { white-space: nowrap; }
.legend i { display: inline-block; width: 1.3em; height: 1em; margin-right: .4em; vertical-align: -.15em; border: 1px solid var(--line); }
.scroll { overflow-x: auto; margin: 0 0 .8em; }
table { border-collapse: separate; border-spacing: 0; border-top: 1px solid var(--line); border-left: 1px solid var(--line); }
th, td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 2px 4px; }
thead th { font-weight: 600; background: var(--vscode-editorWidget-background); min-width: 2.2em; max-width: 4.2em; }
tbody th, tfoot th { text-align: left; font-weight: normal; min-width: 7em; max-width: 24em; }
/* Row names stay visible while the figures are scrolled. */
th[scope="row"], thead th:first-child { position: sticky; left: 0; background: var(--vscode-editor-background); }
.group th { font-weight: 600; }
[data-depth="1"] { padding-left: 1em; } [data-depth="2"] { padding-left: 1.6em; } [data-depth="3"] { padding-left: 2.2em; }
td { text-align: right; font-variant-numeric: tabular-nums; min-width: 1.8em; }
td[data-place] { cursor: pointer; }
td[data-place]:hover, td[data-place]:focus { outline: 2px solid var(--vscode-focusBorder); outline-offset: -2px; }
td.current { background: var(--vscode-editor-selectionBackground); color: var(--vscode-editor-selectionForeground, inherit); }
.blank { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--line) 4px 5px); }
.missing { background: var(--line); }
.involved { box-shadow: inset 0 -3px var(--vscode-editorInfo-foreground); }
.note { box-shadow: inset 0 0 0 2px var(--vscode-editorInfo-foreground); }
.warning { box-shadow: inset 0 0 0 2px var(--vscode-editorWarning-foreground); }
.error { box-shadow: inset 0 0 0 2px var(--vscode-editorError-foreground); background: var(--vscode-inputValidation-errorBackground); }
td.error { font-weight: 700; }
.check { border-left: 3px double var(--line); text-align: center; white-space: nowrap; }
/* So does the check of a row, since beside the text there is space for half a table only. */
thead th.check, tbody .check { position: sticky; right: 0; background: var(--vscode-editor-background); }
tfoot .check { border-left-width: 1px; border-left-style: solid; white-space: normal; }
tfoot tr:first-child > * { border-top: 3px double var(--line); }
.holds { color: var(--vscode-testing-iconPassed, #388a34); }
.fails, .fails + ul a { color: var(--vscode-editorError-foreground); }
.fails { font-weight: 600; }
/* In a narrow view, or at 200 %, sticky columns would hide the figures. */
@media (max-width: 30em) {
    body { padding: 0 .4em 1em; }
    th[scope="row"], thead th:first-child, thead th.check, tbody .check { position: static; }
    tbody th, tfoot th { min-width: 5em; max-width: 9em; }
    ul { padding-left: 1em; }
}
`;

export const pageScript = `
const editor = acquireVsCodeApi();
const cells = () => [...document.querySelectorAll('td[data-place]')];
const placeOf = (cell) => cell.dataset.place.split(',').map(Number);
const open = (target) => {
    const cell = target.closest('[data-place]');
    if (cell) editor.postMessage({ kind: 'reveal', place: placeOf(cell) });
    return cell !== null;
};
/* One cell takes part in the tab order; the arrow keys move from it to the others. */
const makeTabStop = (cell) => {
    for (const other of document.querySelectorAll('td[tabindex="0"]')) other.tabIndex = -1;
    if (cell) cell.tabIndex = 0;
};
const contains = ([startLine, startColumn, endLine, endColumn], line, column) =>
    (line > startLine || (line === startLine && column >= startColumn)) && (line < endLine || (line === endLine && column <= endColumn));
const markCurrent = (line, column) => {
    for (const other of document.querySelectorAll('td.current')) other.classList.remove('current');
    const cell = cells().find((one) => contains(placeOf(one), line, column));
    if (!cell) return;
    cell.classList.add('current');
    makeTabStop(cell);
    if (!cell.contains(document.activeElement)) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};
const neighbour = (cell, key) => {
    const row = [...cell.parentElement.querySelectorAll('td[data-place]')];
    const at = row.indexOf(cell);
    if (key === 'ArrowLeft') return row[at - 1];
    if (key === 'ArrowRight') return row[at + 1];
    if (key === 'Home') return row[0];
    if (key === 'End') return row.at(-1);
    const rows = [...document.querySelectorAll('tbody tr')].filter((one) => one.querySelector('td[data-place]'));
    const next = rows[rows.indexOf(cell.parentElement) + (key === 'ArrowUp' ? -1 : 1)];
    const across = next ? [...next.querySelectorAll('td[data-place]')] : [];
    return across[Math.min(at, across.length - 1)];
};
document.addEventListener('click', (event) => { if (open(event.target)) event.preventDefault(); });
document.addEventListener('focusin', (event) => { const cell = event.target.closest('td[data-place]'); if (cell) makeTabStop(cell); });
document.addEventListener('keydown', (event) => {
    const cell = event.target.closest('td[data-place]');
    if (!cell) return;
    if (event.key === 'Enter' || event.key === ' ') open(cell);
    else if (!/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key)) return;
    else neighbour(cell, event.key)?.focus();
    event.preventDefault();
});
window.addEventListener('message', ({ data }) => {
    if (data.kind === 'show') {
        const focused = document.activeElement?.dataset?.place;
        document.getElementById('forms').innerHTML = data.body;
        makeTabStop(cells()[0]);
        if (focused) cells().find((cell) => cell.dataset.place === focused)?.focus();
    }
    if (data.kind === 'go') document.getElementById(data.table)?.scrollIntoView();
    if (data.kind === 'cursor') markCurrent(data.line, data.column);
});
makeTabStop(cells()[0]);
document.getElementById(document.body.dataset.table)?.scrollIntoView();
`;
