import { type JsonObject, object, text, texts } from './json';

/** Puts arguments into a message string: {0}, with {{ and }} for the braces themselves. */
export function format(pattern: string, values: readonly string[]): string {
    return pattern.replace(/\{\{|\}\}|\{(\d+)\}/g, (all, number: string | undefined) => {
        if (number === undefined) return all.charAt(0);
        return values[Number(number)] ?? all;
    });
}

/** Plain text of a SARIF message: [words](1) links become their words, \[ becomes [. */
export function plain(message: string): string {
    return message
        .replace(/(?<!\\)\[((?:[^\]\\]|\\.)*)\]\((?:[^()\\]|\\.)*\)/g, '$1')
        .replace(/\\([[\]\\])/g, '$1');
}

/** The words of a message object; `strings` are the message strings of its rule. */
export function wording(message: JsonObject, strings: JsonObject): string {
    const own = text(message.text);
    if (own !== undefined) return plain(own);
    const id = text(message.id);
    const pattern = id === undefined ? undefined : text(object(strings[id]).text);
    if (pattern !== undefined) return plain(format(pattern, texts(message.arguments)));
    return text(message.markdown) ?? id ?? '';
}
