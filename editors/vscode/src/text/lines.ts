import type { ColumnUnit, Region } from '../sarif/finding';

/** Offsets into a text in UTF-16 code units: [start, end). */
export interface Span {
    readonly start: number;
    readonly end: number;
}

/** The same as lines and UTF-16 columns from 0. */
export interface TextRange {
    readonly startLine: number;
    readonly startCharacter: number;
    readonly endLine: number;
    readonly endCharacter: number;
}

/** The line ends of the editor. */
const EDITOR_NEWLINES = ['\r\n', '\n', '\r'] as const;

export function editorLines(text: string): Lines {
    return new Lines(text, EDITOR_NEWLINES);
}

/**
 * The lines of a text, split at the given line ends. gouji and the editor split differently (a lone
 * CR, U+2028), so places are converted through offsets, never through line numbers.
 */
export class Lines {
    private readonly starts: number[] = [0];
    private readonly ends: number[] = [];

    constructor(
        private readonly text: string,
        newlines: readonly string[] = ['\r\n', '\n'],
        private readonly unit: ColumnUnit = 'utf16CodeUnits',
    ) {
        const breaks = newlines.filter((newline) => newline !== '').sort((a, b) => b.length - a.length);
        const first = new Set(breaks.map((newline) => newline.charAt(0)));
        for (let at = 0; at < text.length; ) {
            const newline = first.has(text.charAt(at)) ? breaks.find((one) => text.startsWith(one, at)) : undefined;
            if (newline === undefined) {
                at += 1;
                continue;
            }
            this.ends.push(at);
            at += newline.length;
            this.starts.push(at);
        }
        this.ends.push(text.length);
    }

    /** The span of a region. A place after the end of a line or of the text is moved to that end. */
    span(region: Region): Span {
        const start = this.offset(region.startLine, region.startColumn);
        const end = region.endColumn === undefined ? this.lineEnd(region.endLine) : this.offset(region.endLine, region.endColumn);
        return { start: this.whole(start, -1), end: Math.max(this.whole(start, -1), this.whole(end, 1)) };
    }

    at(span: Span): string {
        return this.text.slice(span.start, span.end);
    }

    range(span: Span): TextRange {
        const [startLine, startCharacter] = this.position(span.start);
        const [endLine, endCharacter] = this.position(span.end);
        return { startLine, startCharacter, endLine, endCharacter };
    }

    private position(offset: number): readonly [number, number] {
        let low = 0;
        let high = this.starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.starts[middle] ?? 0) <= offset) low = middle;
            else high = middle - 1;
        }
        // An offset between \r and \n counts as the end of the line.
        return [low, Math.min(offset, this.ends[low] ?? offset) - (this.starts[low] ?? 0)];
    }

    private lineEnd(line: number): number {
        return this.ends[Math.min(line, this.ends.length) - 1] ?? this.text.length;
    }

    private offset(line: number, column: number): number {
        if (line > this.starts.length) return this.text.length;
        const start = this.starts[line - 1] ?? 0;
        const end = this.lineEnd(line);
        if (this.unit === 'utf16CodeUnits') return Math.min(start + column - 1, end);
        let at = start;
        for (let left = column - 1; left > 0 && at < end; left -= 1) {
            at += (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
        }
        return Math.min(at, end);
    }

    /** Moves an offset out of a surrogate pair. */
    private whole(offset: number, direction: -1 | 1): number {
        const inside = isHigh(this.text.charCodeAt(offset - 1)) && isLow(this.text.charCodeAt(offset));
        return inside ? offset + direction : offset;
    }
}

function isHigh(unit: number): boolean {
    return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
    return unit >= 0xdc00 && unit < 0xe000;
}
