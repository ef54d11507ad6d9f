/** Decodes a file: UTF-8 or UTF-16 by byte order mark, else UTF-8 when valid, else GB18030. */
export function decode(bytes: Uint8Array): string {
    const mark = (encoding: string): string => new TextDecoder(encoding).decode(bytes);
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return mark('utf-16le');
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return mark('utf-16be');
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return mark('gb18030');
    }
}
