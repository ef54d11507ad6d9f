/** Word documents: gouji checks the file, and writes its findings into a copy as comments. */

/** Whether a path names a Word document; “~$…” is Word's own mark that one is open. */
export function isWordDocument(file: string): boolean {
    return /\.(docx|docm)$/i.test(file) && !file.slice(file.lastIndexOf('/') + 1).startsWith('~$');
}

/** The copy with comments beside a document: 年报.批注.docx for 年报.docx. */
export function commentedCopy(file: string): string {
    const dot = file.lastIndexOf('.');
    return `${file.slice(0, dot)}.批注${file.slice(dot)}`;
}

/** Whether a file is a copy that gouji wrote comments or changes into; it is not a draft of its own. */
export function isCommentedCopy(file: string): boolean {
    return /\.(批注|修订)\.(docx|docm)$/i.test(file);
}
