/** Reads untrusted JSON. A value of an unexpected type reads as absent. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function object(value: unknown): JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function list(value: unknown): readonly JsonObject[] {
    return Array.isArray(value) ? value.map(object) : [];
}

export function text(value: unknown): string | undefined {
    return typeof value === 'string' ? value : undefined;
}

export function texts(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** A non-negative integer: an index, line or column in SARIF. */
export function index(value: unknown): number | undefined {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** The entries of an object whose values are strings. */
export function textMap(value: unknown): Readonly<Record<string, string>> {
    return Object.fromEntries(
        Object.entries(object(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
}
