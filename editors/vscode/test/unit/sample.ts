/** A log as gouji writes it, for a text with characters outside the Basic Multilingual Plane. */

export const TEXT = [
    '云岭县柳河镇人民政府2021年政府信息公开工作年度报告',
    '一、总体情况',
    '𠮷祥社区😀按照《条列》公开信息12条，，其中动态5条。',
    '三、收到和处理政府信息公开申请情况',
    '（一）予以公开\t3\t0\t0\t0\t0\t0\t4',
    '',
].join('\n');

type Json = Record<string, unknown>;

/** The SARIF region of the n-th occurrence of a text, in UTF-16 units. */
export function region(text: string, words: string, nth = 1, snippet = true): Json {
    let at = -1;
    for (let i = 0; i < nth; i += 1) at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`“${words}” is not in the text`);
    const before = text.slice(0, at).split('\n');
    const startColumn = (before.at(-1) ?? '').length + 1;
    return {
        startLine: before.length,
        startColumn,
        endLine: before.length,
        endColumn: startColumn + words.length,
        ...(snippet ? { snippet: { text: words } } : {}),
    };
}

export function context(text: string, line: number): Json {
    const words = text.split('\n')[line - 1] ?? '';
    return { startLine: line, startColumn: 1, endLine: line, endColumn: words.length + 1, snippet: { text: words } };
}

const URI = encodeURIComponent('年报😀.txt');
const artifactLocation = { uri: URI, uriBaseId: 'SRCROOT', index: 0 };

function place(words: string, nth = 1): Json {
    const where = region(TEXT, words, nth);
    return { physicalLocation: { artifactLocation, region: where, contextRegion: context(TEXT, where.startLine as number) } };
}

function rule(id: string, name: string, level: string): Json {
    return {
        id,
        name: 'PascalName',
        shortDescription: { text: name },
        fullDescription: { text: `${name}的说明。` },
        messageStrings: { found: { text: '“{0}”应为“{1}”。' } },
        helpUri: `https://example.com/docs/rules/${id}.md`,
        help: { text: '说明。', markdown: `# ${name}\n\n查什么，为什么。\n\n## 怎么改\n\n照改。` },
        defaultConfiguration: { level },
        properties: { tags: ['wording'] },
    };
}

export function sample(): Json {
    return {
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: { name: 'gouji', version: '0.1.0', semanticVersion: '0.1.0', rules: [] },
                    extensions: [
                        { name: 'wording', rules: [rule('wording/law-name', '法规名错字', 'error')] },
                        { name: 'typography', rules: [rule('typography/duplicate-punctuation', '标点重复', 'warning')] },
                        { name: 'arithmetic', rules: [rule('arithmetic/row-total', '表三横向合计不符', 'error')] },
                    ],
                },
                columnKind: 'utf16CodeUnits',
                newlineSequences: ['\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029'],
                originalUriBaseIds: { SRCROOT: { uri: 'file:///srv/ci/' } },
                artifacts: [{ location: artifactLocation }],
                invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
                results: [
                    {
                        ruleId: 'wording/law-name',
                        rule: { id: 'wording/law-name', index: 0, toolComponent: { index: 0 } },
                        level: 'error',
                        message: { id: 'found', arguments: ['条列', '条例'] },
                        locations: [{ ...place('条列'), logicalLocations: [{ name: '一、总体情况', kind: 'chapter' }] }],
                        partialFingerprints: { 'goujiContext/v1': 'aa:1' },
                        fixes: [
                            {
                                description: { text: '改为“条例”。' },
                                artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region(TEXT, '条列', 1, false), insertedContent: { text: '条例' } }] }],
                                properties: { safe: true },
                            },
                        ],
                    },
                    {
                        rule: { index: 0, toolComponent: { index: 1 } },
                        level: 'warning',
                        message: { text: '标点重复：[此处](1)“，，”。' },
                        locations: [{ ...place('，，'), logicalLocations: [{ fullyQualifiedName: '一、总体情况/正文' }] }],
                        relatedLocations: [{ id: 1, ...place('，'), message: { text: '前一个' } }],
                        partialFingerprints: { 'goujiContext/v1': 'bb:1' },
                        fixes: [
                            {
                                description: { text: '删去一个。' },
                                artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region(TEXT, '，', 2, false) }] }],
                                properties: { safe: false },
                            },
                        ],
                    },
                    {
                        ruleId: 'arithmetic/row-total',
                        level: 'error',
                        message: { text: '总计应为 3，表中写作 4。' },
                        locations: [
                            {
                                ...place('4'),
                                logicalLocations: [{ name: '三、收到和处理政府信息公开申请情况' }, { name: '申请' }, { name: '（一）予以公开' }, { name: '总计' }],
                            },
                        ],
                        relatedLocations: [{ id: 1, ...place('3'), logicalLocations: [{ name: '三' }, { name: '申请' }, { name: '（一）予以公开' }, { name: '自然人' }] }],
                        partialFingerprints: { 'goujiContext/v1': 'cc:1' },
                    },
                ],
            },
        ],
    };
}
