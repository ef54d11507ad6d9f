/** Maximum size of a message in bytes. */
const LIMIT = 256 * 1024 * 1024;
const HEADER_LIMIT = 4096;

/** Messages of the base protocol of language servers: a header with Content-Length, and that many bytes of JSON. */
export class FrameReader {
    private rest: Buffer = Buffer.alloc(0);

    /** The messages that are complete with this piece of input. Throws when it is not the protocol. */
    read(piece: Buffer): readonly unknown[] {
        this.rest = Buffer.concat([this.rest, piece]);
        const messages: unknown[] = [];
        for (;;) {
            const end = this.rest.indexOf('\r\n\r\n');
            if (end < 0 && this.rest.length <= HEADER_LIMIT) return messages;
            const length = Number(/^Content-Length: *(\d{1,9})\r?$/im.exec(this.rest.toString('latin1', 0, Math.min(end, HEADER_LIMIT)))?.[1]);
            if (end < 0 || !(length <= LIMIT)) throw new Error('not the base protocol');
            const begin = end + 4;
            if (this.rest.length < begin + length) return messages;
            messages.push(JSON.parse(this.rest.toString('utf8', begin, begin + length)));
            this.rest = this.rest.subarray(begin + length);
        }
    }
}

export function frame(message: object): string {
    const content = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}
