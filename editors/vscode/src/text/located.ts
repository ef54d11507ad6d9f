import type { Artifact, Finding, Level, Place, Run } from '../sarif/finding';
import { editorLines, Lines, type Spot, type Stretch } from './lines';

export interface Related {
    readonly spot: Spot;
    readonly message: string;
    /** Absent: the same file. */
    readonly artifact?: Artifact;
}

/** A finding and where it is in the text that the editor shows. */
export interface Located {
    readonly finding: Finding;
    readonly stretch: Stretch;
    readonly spot: Spot;
    readonly related: readonly Related[];
    /** From a log that somebody else wrote. */
    readonly logged?: boolean;
    /** Nothing in the text shows that it still holds. */
    readonly stale?: boolean;
}

export interface Counts {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
}

/** Puts a run's findings about one file into that file's text. */
export function locate(run: Run, findings: readonly Finding[], text: string, isOurs: (artifact: Artifact) => boolean): readonly Located[] {
    const lines = new Lines(text, run.newlines, run.unit);
    const editor = editorLines(text);
    return findings.map((finding) => {
        const stretch = stretchOf(finding.place, lines);
        return { finding, stretch, spot: editor.spot(stretch), related: locateRelated(finding, lines, editor, isOurs) };
    });
}

export function locateRelated(finding: Finding, lines: Lines, editor: Lines, isOurs: (artifact: Artifact) => boolean): readonly Related[] {
    return finding.related.flatMap((place): readonly Related[] => {
        const { artifact, region } = place;
        if (region === undefined) return [];
        const message = place.message ?? place.logical.slice(-2).join(' · ');
        if (artifact === undefined || isOurs(artifact)) return [{ spot: editor.spot(lines.stretch(region)), message }];
        const spot = {
            startLine: region.startLine - 1,
            startCharacter: region.startColumn - 1,
            endLine: region.endLine - 1,
            endCharacter: (region.endColumn ?? region.startColumn) - 1,
        };
        return [{ spot, message, artifact }];
    });
}

/** A finding about the whole file stands at its beginning. */
function stretchOf(place: Place, lines: Lines): Stretch {
    return place.region === undefined ? { start: 0, end: 0 } : lines.stretch(place.region);
}

export function count(levels: Iterable<Level>): Counts {
    const counts = { error: 0, warning: 0, note: 0 };
    for (const level of levels) counts[level === 'none' ? 'note' : level] += 1;
    return counts;
}
