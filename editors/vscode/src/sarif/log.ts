import type { Artifact, Edit, Finding, Fix, Level, Log, Notice, Place, Region, Rule, Run } from './finding';
import { index, type JsonObject, list, object, text, textMap, texts } from './json';
import { wording } from './message';

interface Described {
    readonly rule: Rule;
    readonly level: Level;
    readonly strings: JsonObject;
}

/** Reads a SARIF 2.1.0 log. Undefined when the text is no such log. */
export function readLog(json: string): Log | undefined {
    try {
        return logOf(JSON.parse(json.replace(/^\uFEFF/, '')));
    } catch {
        return undefined;
    }
}

/** Reads a log that is parsed already. */
export function logOf(root: unknown): Log | undefined {
    if (!Array.isArray(object(root).runs)) return undefined;
    return { runs: list(object(root).runs).map(readRun) };
}

function readRun(run: JsonObject): Run {
    const tool = object(run.tool);
    const driver = object(tool.driver);
    const rules = new RuleBook(run);
    const artifacts = list(run.artifacts).map((artifact) => object(artifact.location));
    const newlines = texts(run.newlineSequences);
    return {
        tool: text(driver.name) ?? '',
        version: text(driver.semanticVersion) ?? text(driver.version) ?? '',
        unit: text(run.columnKind) === 'unicodeCodePoints' ? 'unicodeCodePoints' : ('utf16CodeUnits'),
        newlines: (newlines.length > 0 ? [...newlines] : ['\r\n', '\n']).sort((a, b) => b.length - a.length),
        bases: readBases(object(run.originalUriBaseIds)),
        findings: list(run.results)
            .filter((result) => isProblem(text(result.kind), text(result.baselineState)))
            .map((result) => readFinding(result, rules, artifacts)),
        notices: list(run.invocations).flatMap((invocation) =>
            [...list(invocation.toolExecutionNotifications), ...list(invocation.toolConfigurationNotifications)].map(
                (notice) => readNotice(notice, artifacts),
            ),
        ),
        rules: rules.all,
    };
}

/** A result that passed, or that the baseline supports and is gone, is nothing to show. */
function isProblem(kind: string | undefined, baseline: string | undefined): boolean {
    return (kind === undefined || kind === 'fail' || kind === 'review' || kind === 'open') && baseline !== 'absent';
}

function readBases(bases: JsonObject): Readonly<Record<string, string>> {
    const resolved: Record<string, string> = {};
    for (const name of Object.keys(bases)) {
        let uri = '';
        const seen = new Set<string>();
        // A base may stand on another one; a circle ends where it closes.
        for (let next: string | undefined = name; next !== undefined && !seen.has(next); ) {
            seen.add(next);
            const base: JsonObject = object(bases[next]);
            uri = (text(base.uri) ?? '') + uri;
            next = text(base.uriBaseId);
        }
        resolved[name] = uri;
    }
    return resolved;
}

function readFinding(result: JsonObject, rules: RuleBook, artifacts: readonly JsonObject[]): Finding {
    const described = rules.of(result);
    const places = list(result.locations).map((location) => readPlace(location, artifacts, described.strings));
    const suppression = list(result.suppressions).find((entry) => (text(entry.status) ?? 'accepted') === 'accepted');
    const baseline = text(result.baselineState);
    return {
        rule: described.rule,
        level: level(result.level) ?? described.level,
        message: wording(object(result.message), described.strings),
        place: places[0] ?? { logical: [] },
        related: list(result.relatedLocations).map((location) => readPlace(location, artifacts, described.strings)),
        fixes: list(result.fixes)
            .map((fix) => readFix(fix, artifacts, described.strings))
            .filter((fix) => fix.edits.length > 0),
        fingerprints: textMap(result.partialFingerprints),
        ...(suppression === undefined ? {} : { suppressed: text(suppression.justification) ?? '' }),
        ...(baseline === undefined ? {} : { baseline }),
    };
}

function readPlace(location: JsonObject, artifacts: readonly JsonObject[], strings: JsonObject): Place {
    const physical = object(location.physicalLocation);
    const artifact = readArtifact(object(physical.artifactLocation), artifacts);
    const region = readRegion(physical.region);
    const context = readRegion(physical.contextRegion);
    const message = location.message === undefined ? undefined : wording(object(location.message), strings);
    return {
        ...(artifact === undefined ? {} : { artifact }),
        ...(region === undefined ? {} : { region }),
        ...(context === undefined ? {} : { context }),
        ...(message === undefined ? {} : { message }),
        logical: logicalNames(list(location.logicalLocations)),
    };
}

/** Either one location with a qualified name (a/b/c), or one location for each level. */
function logicalNames(locations: readonly JsonObject[]): readonly string[] {
    if (locations.length > 1) return locations.map((one) => text(one.name) ?? '').filter((name) => name !== '');
    const only = locations[0];
    if (only === undefined) return [];
    const names = (text(only.fullyQualifiedName) ?? text(only.name) ?? '').split('/');
    return names.filter((name) => name !== '');
}

function readArtifact(location: JsonObject, artifacts: readonly JsonObject[]): Artifact | undefined {
    const indexed = artifacts[index(location.index) ?? -1];
    const uri = text(location.uri) ?? text(indexed?.uri);
    if (uri === undefined) return undefined;
    const base = text(location.uriBaseId) ?? text(indexed?.uriBaseId);
    return base === undefined ? { uri } : { uri, base };
}

function readRegion(value: unknown): Region | undefined {
    const region = object(value);
    const startLine = index(region.startLine);
    if (startLine === undefined || startLine < 1) return undefined;
    const endColumn = index(region.endColumn);
    const snippet = text(object(region.snippet).text);
    return {
        startLine,
        startColumn: Math.max(1, index(region.startColumn) ?? 1),
        endLine: Math.max(startLine, index(region.endLine) ?? startLine),
        ...(endColumn === undefined ? {} : { endColumn }),
        ...(snippet === undefined ? {} : { snippet }),
    };
}

function readFix(fix: JsonObject, artifacts: readonly JsonObject[], strings: JsonObject): Fix {
    const edits: Edit[] = [];
    for (const change of list(fix.artifactChanges)) {
        const artifact = readArtifact(object(change.artifactLocation), artifacts);
        for (const replacement of list(change.replacements)) {
            const region = readRegion(replacement.deletedRegion);
            if (region === undefined) continue;
            const inserted = text(object(replacement.insertedContent).text) ?? '';
            // An insertion without an end column means the point, not the line.
            edits.push({ ...(artifact === undefined ? {} : { artifact }), region, text: inserted });
        }
    }
    return {
        title: wording(object(fix.description), strings),
        safe: object(fix.properties).safe === true || text(object(fix.properties).applicability) === 'safe',
        edits,
    };
}

function readNotice(notice: JsonObject, artifacts: readonly JsonObject[]): Notice {
    const location = object(list(notice.locations)[0]);
    const artifact = readArtifact(object(object(location.physicalLocation).artifactLocation), artifacts);
    return {
        id: text(object(notice.descriptor).id) ?? '',
        level: level(notice.level) ?? 'warning',
        message: wording(object(notice.message), {}),
        ...(artifact === undefined ? {} : { artifact }),
    };
}

function level(value: unknown): Level | undefined {
    return value === 'error' || value === 'warning' || value === 'note' || value === 'none' ? value : undefined;
}

/** The rules of a run, of the driver and its extensions, by index and by id. */
class RuleBook {
    readonly all: readonly Rule[];
    private readonly driver: readonly Described[];
    private readonly extensions: readonly (readonly Described[])[];
    private readonly byId = new Map<string, Described>();

    constructor(run: JsonObject) {
        const tool = object(run.tool);
        this.driver = list(object(tool.driver).rules).map(describe);
        this.extensions = list(tool.extensions).map((extension) => list(extension.rules).map(describe));
        const every = [...this.driver, ...this.extensions.flat()];
        for (const one of every) if (!this.byId.has(one.rule.id)) this.byId.set(one.rule.id, one);
        this.all = every.map((one) => one.rule);
    }

    of(result: JsonObject): Described {
        const reference = object(result.rule);
        const id = text(result.ruleId) ?? text(reference.id) ?? '';
        const known = this.byId.get(id);
        if (known !== undefined) return known;
        const extension = index(object(reference.toolComponent).index);
        const rules = extension === undefined ? this.driver : (this.extensions[extension] ?? []);
        const found = rules[index(reference.index) ?? index(result.ruleIndex) ?? -1];
        // A log may leave out its rules; then the id alone is shown.
        return found ?? { rule: { id, name: id, summary: '', help: '', tags: [] }, level: 'warning', strings: {} };
    }
}

function describe(rule: JsonObject): Described {
    const id = text(rule.id) ?? '';
    const help = object(rule.help);
    const helpUri = text(rule.helpUri);
    const short = text(object(rule.shortDescription).text);
    return {
        rule: {
            id,
            name: short ?? text(rule.name) ?? id,
            summary: text(object(rule.fullDescription).text) ?? short ?? '',
            help: text(help.markdown) ?? text(help.text) ?? '',
            ...(helpUri === undefined ? {} : { helpUri }),
            tags: texts(object(rule.properties).tags),
        },
        level: level(object(rule.defaultConfiguration).level) ?? 'warning',
        strings: object(rule.messageStrings),
    };
}
