import type { Artifact, Finding, Level, Place, Region, Run } from '../sarif/finding';
import { editorLines, Lines, type TextRange, type Span } from './lines';

export interface Related {
    readonly range: TextRange;
    readonly message: string;
    /** Absent when it is the same file. */
    readonly artifact?: Artifact;
}

/** A finding and its place in the text that the editor shows. */
export interface Located {
    readonly finding: Finding;
    readonly span: Span;
    readonly range: TextRange;
    readonly related: readonly Related[];
    /** Name of the tool that wrote the SARIF log; absent for findings of a check here. */
    readonly tool?: string;
    /** The text at this place has changed, so the finding may be outdated. */
    readonly stale?: boolean;
}

export interface Counts {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
}

/** Locates the findings of a run in the text of one file. */
export function locate(run: Run, findings: readonly Finding[], text: string, isOurs: (artifact: Artifact) => boolean): readonly Located[] {
    const lines = new Lines(text, run.newlines, run.unit);
    const editor = editorLines(text);
    return findings.map((finding) => {
        const span = spanOf(finding.place, lines);
        return { finding, span, range: editor.range(span), related: locateRelated(finding, lines, editor, isOurs) };
    });
}

/**
 * Locates the findings of a file that no editor shows, such as a Word document: in the lines of the text that gouji read.
 * Findings keep their order.
 */
export function locateByRegion(findings: readonly Finding[]): readonly Located[] {
    return findings.map((finding, index) => {
        const { region } = finding.place;
        const range = region === undefined ? { startLine: 0, startCharacter: 0, endLine: 0, endCharacter: 0 } : rangeOf(region);
        const related = finding.related.flatMap((place): readonly Related[] =>
            place.region === undefined ? [] : [{ range: rangeOf(place.region), message: messageOf(place) }]);
        return { finding, span: { start: index, end: index }, range, related };
    });
}

export function locateRelated(finding: Finding, lines: Lines, editor: Lines, isOurs: (artifact: Artifact) => boolean): readonly Related[] {
    return finding.related.flatMap((place): readonly Related[] => {
        const { artifact, region } = place;
        if (region === undefined) return [];
        const message = messageOf(place);
        if (artifact === undefined || isOurs(artifact)) return [{ range: editor.range(lines.span(region)), message }];
        return [{ range: rangeOf(region), message, artifact }];
    });
}

function messageOf(place: Place): string {
    return place.message ?? place.logical.slice(-2).join(' · ');
}

function rangeOf(region: Region): TextRange {
    return {
        startLine: region.startLine - 1,
        startCharacter: region.startColumn - 1,
        endLine: region.endLine - 1,
        endCharacter: (region.endColumn ?? region.startColumn) - 1,
    };
}

/** A finding without a region is shown at the beginning of the file. */
function spanOf(place: Place, lines: Lines): Span {
    return place.region === undefined ? { start: 0, end: 0 } : lines.span(place.region);
}

export function count(levels: Iterable<Level>): Counts {
    const counts = { error: 0, warning: 0, note: 0 };
    for (const level of levels) counts[level === 'none' ? 'note' : level] += 1;
    return counts;
}
